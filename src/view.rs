//! DRAWING: state to cells, nothing else.
//!
//! Every text goes through [`canvas::Pen`], which takes only [`shown::Shown`]: no file, paste or
//! guest can steer a terminal from here. Nothing here changes state or touches the world.

pub mod canvas;
pub mod shown;
pub mod style;
pub mod width;

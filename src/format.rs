//! AS BYTES.

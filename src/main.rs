//! argv in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    yiding::shell::run(std::env::args_os())
}

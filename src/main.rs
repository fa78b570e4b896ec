//! argv in, exit code out.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Books are read on two threads at once, which not every system's own allocator does well.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    yiding::shell::run(std::env::args_os())
}

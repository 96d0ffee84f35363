//! What this process may take of the machine: a file that makes a parser run away ends the process, not the server.

#[cfg(unix)]
const GIBIBYTE: u64 = 1024 * 1024 * 1024;
/// Address space, in bytes: a picture of the most pixels is held three times while it is turned and made smaller.
#[cfg(unix)]
const ADDRESS_SPACE: u64 = 2 * GIBIBYTE;
/// In seconds. Ordinary files take less than one.
#[cfg(unix)]
const PROCESSOR_SECONDS: u64 = 30;
/// The largest file that may be written, in bytes.
#[cfg(unix)]
const WRITTEN: u64 = GIBIBYTE / 16;

/// Limits this process: address space, seconds of the processor, size of files written, no core dump. Where a limit
/// cannot be set (it is lower already), the look goes on under the limit that stands. Does nothing where the system
/// is no Unix.
#[cfg(unix)]
pub fn limit_this_process() {
    use rlimit::Resource;
    let limits = [
        (Resource::AS, ADDRESS_SPACE),
        (Resource::CPU, PROCESSOR_SECONDS),
        (Resource::FSIZE, WRITTEN),
        (Resource::CORE, 0),
    ];
    for (resource, most) in limits {
        let _lower_already = resource.set(most, most);
    }
}

/// Does nothing: this system has no limits of this kind.
#[cfg(not(unix))]
pub fn limit_this_process() {}

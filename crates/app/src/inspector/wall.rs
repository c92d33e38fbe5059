// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The wall around the process that makes copies: from the moment that it stands, the kernel refuses all but computing, memory
//! and the pipes that are open already. No file can be opened, nobody reached, nothing started.

use std::collections::BTreeMap;

use seccompiler::{BackendError, BpfProgram, Error, SeccompAction, SeccompFilter, apply_filter};

/// What the process may ask of the kernel. Nothing here names a file, an address or another process.
const ALLOWED: &[libc::c_long] = &[
    // What is open: standard input and output.
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    // Memory.
    libc::SYS_brk,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    // Locks, signals and the end of the process or a thread of its own.
    libc::SYS_futex,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_sched_yield,
    libc::SYS_exit,
    libc::SYS_exit_group,
    // Randomness for tables in memory, and the time.
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
];

/// Puts up the wall around the thread that calls; it can't be taken down. What is not allowed is refused with EPERM, so that a
/// decoder that asks for something odd fails, and nothing else.
pub(crate) fn put_up() -> Result<(), Error> {
    let rules: BTreeMap<_, _> = ALLOWED.iter().map(|call| (*call, Vec::new())).collect();
    let refused = SeccompAction::Errno(u32::from(EPERM));
    let architecture = std::env::consts::ARCH.try_into().map_err(Error::Backend)?;
    let filter = SeccompFilter::new(rules, refused, SeccompAction::Allow, architecture);
    let program: Result<BpfProgram, BackendError> = filter.and_then(TryInto::try_into);
    apply_filter(&program.map_err(Error::Backend)?)
}

/// "Operation not permitted", the same number on every Linux.
const EPERM: u8 = 1;

#[cfg(test)]
mod tests {
    use std::{
        fs::{self, File},
        io::ErrorKind::PermissionDenied,
        net::{TcpStream, UdpSocket},
        os::unix::net::UnixStream,
        path::Path,
        process::Command,
        thread,
    };

    use meldroute_cleaning::{Limits, clean};

    use super::*;

    /// A wall is around the thread that put it up: the rest of the test goes on.
    #[test]
    fn behind_the_wall_nothing_can_be_reached() {
        let folder = tempfile::tempdir().unwrap();
        let (file, new) = (folder.path().join("file"), folder.path().join("new"));
        fs::write(&file, "evidence").unwrap();
        let inside = file.clone();
        let tried = thread::spawn(move || {
            put_up().unwrap();
            [
                File::open(&inside).err(),
                File::create(&new).err(),
                fs::remove_file(&inside).err(),
                fs::rename(&inside, &new).err(),
                fs::read_dir("/").err(),
                TcpStream::connect("127.0.0.1:1").err(),
                UdpSocket::bind("127.0.0.1:0").err(),
                UnixStream::connect("/run/nobody").err(),
                Command::new("/bin/true").spawn().err(),
            ]
            .map(|error| error.map(|error| error.kind()))
        });
        assert_eq!(tried.join().unwrap(), [Some(PermissionDenied); 9]);
        assert_eq!(fs::read(&file).unwrap(), b"evidence");
        assert!(File::open(&file).is_ok(), "the wall is around one thread");
    }

    #[test]
    fn behind_the_wall_every_kind_is_copied_as_before_it() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/attachments");
        let mut copied = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            let outside = clean(&bytes, &Limits::default()).map(|copy| copy.bytes);
            let inside = thread::spawn(move || {
                put_up().unwrap();
                clean(&bytes, &Limits::default()).map(|copy| copy.bytes)
            });
            let inside = inside.join().unwrap();
            copied += usize::from(inside.is_ok());
            assert!(inside == outside);
        }
        assert!(copied > 0);
    }
}

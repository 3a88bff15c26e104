// What Swift's Glibc module does not offer, or what must be C: code that runs inside a signal
// handler. Every function returns -1 with errno set when it fails, unless it says otherwise.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

// MARK: descriptors to wait on (descriptors.c)

/// A counter that poll can wait for; non-blocking, closed on exec.
int skr_eventfd(void);
/// Wakes whoever polls the eventfd. Safe in a signal handler and from any thread.
void skr_eventfd_signal(int fd);
/// Forgets the wake-ups so far, of an eventfd or a timerfd; false when there were none.
bool skr_fd_drain(int fd);
/// A one-shot timer on the monotonic clock as a descriptor; non-blocking, closed on exec.
int skr_timerfd(void);
/// Fires `milliseconds` from now; 0 disarms.
int skr_timerfd_arm(int fd, int64_t milliseconds);
/// A file in memory without a name in the file system, closed on exec.
int skr_memfd(const char *name);

// MARK: the terminal's line (tty.c)

/// Opens a description of our own of the terminal behind `fd`, non-blocking, so that the flags of
/// the shell's description stay as they are. Falls back to the controlling terminal.
int skr_tty_reopen(int fd);
/// Size in cells; false when the line does not know it.
bool skr_tty_size(int fd, int *columns, int *rows);
int skr_tty_set_size(int fd, int columns, int rows);
/// A new pseudo-terminal: the master, close-on-exec; the slave's path is written to `path`.
int skr_pty_open(char *path, size_t length);

// MARK: leaving the terminal as it was found (guard.c)

/// From now on a fatal signal (ILL TRAP ABRT SEGV BUS FPE SYS TERM HUP QUIT INT) and exit() write `reset`
/// to `fd` and restore `original`; then the action that was installed before happens.
/// `chain` = false gives faults the default action instead: Swift's own backtracer would ask a
/// question on the terminal. `farewell` is written after the reset when the program crashed.
/// At most 1024 bytes of each are kept.
void skr_guard_arm(
    int fd, const struct termios *original, const void *reset, size_t reset_length, const void *farewell,
    size_t farewell_length, bool chain);
/// The terminal is restored, by whoever calls this; signals take their old course.
void skr_guard_disarm(void);
/// Gives the calling thread a stack of its own for signal handlers, so that even a stack overflow
/// restores the terminal. Kept until the thread ends.
int skr_altstack_install(void);
/// Names the calling thread, as ps and debuggers show it; the first 15 bytes count.
void skr_thread_name(const char *name);

// MARK: signals that are news (signals.c)

enum { SKR_RESIZED = 1, SKR_STOP_ASKED = 2, SKR_CONTINUED = 4 };
/// SIGWINCH, SIGTSTP and SIGCONT are noted and wake the eventfd; what handled WINCH and CONT
/// before is still called.
int skr_signals_install(int eventfd);
void skr_signals_uninstall(void);
/// What came since the last call, as SKR_ bits. Clears them.
int skr_signals_take(void);
/// Stops the whole process (SIGSTOP) at this very instruction: kill() would let this thread run on.
void skr_stop_here(void);

// MARK: pokes between processes (datagram.c)

/// Binds a non-blocking unix datagram socket, mode 0600; a dead file of that name is replaced.
int skr_datagram_bind(const char *path);
/// An unbound non-blocking socket to send from.
int skr_datagram_socket(void);
/// Sends without ever blocking. 0 sent; else errno: EAGAIN (its queue is full: it will look anyway),
/// ECONNREFUSED or ENOENT (nobody is there).
int skr_datagram_send(int fd, const char *path, const void *bytes, size_t length);
/// Bytes received, 0 when nothing waits.
ssize_t skr_datagram_receive(int fd, void *bytes, size_t capacity);

// MARK: figures (usage.c)

/// Proportional set size of a process in kB; 0 = this process.
int64_t skr_pss_kib(pid_t pid);
/// CPU time of this process, user and system, in microseconds.
int64_t skr_cpu_microseconds(void);

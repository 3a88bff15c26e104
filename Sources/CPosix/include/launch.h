// Starting a program that outlives us. posix_spawn's attributes for it are hidden from Swift.
#pragma once
#include <sys/types.h>

/// Starts `path` in a session of its own: no terminal, no descriptor of ours, every signal as in a fresh
/// process, input from nowhere, output and errors appended to `log`. 0, else errno.
int skr_launch_detached(const char *path, char *const argv[], const char *log, pid_t *pid);

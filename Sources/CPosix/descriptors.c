#define _GNU_SOURCE
#include "cposix.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <unistd.h>

int skr_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void skr_eventfd_signal(int fd) {
    const int saved = errno;
    const uint64_t one = 1;
    // Full means that it is readable already, which is all we want.
    ssize_t ignored = write(fd, &one, sizeof one);
    (void)ignored;
    errno = saved;
}

bool skr_fd_drain(int fd) {
    uint64_t count = 0;
    return read(fd, &count, sizeof count) == sizeof count;
}

int skr_timerfd(void) { return timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC); }

int skr_timerfd_arm(int fd, int64_t milliseconds) {
    struct itimerspec when = {0};
    if (milliseconds > 0) {
        when.it_value.tv_sec = milliseconds / 1000;
        when.it_value.tv_nsec = (milliseconds % 1000) * 1000000;
    }
    return timerfd_settime(fd, 0, &when, NULL);
}

int skr_memfd(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

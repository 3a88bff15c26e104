// Everything here that a handler touches is written before the handler is installed, and the
// handler calls only what POSIX allows in one: write, tcsetattr, sigaction, raise.
#define _GNU_SOURCE
#include "cposix.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { text_limit = 1024 };

static const int faults[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
static const int endings[] = {SIGTERM, SIGHUP, SIGQUIT, SIGINT};
enum {
    fault_count = sizeof faults / sizeof faults[0],
    ending_count = sizeof endings / sizeof endings[0],
};

static struct {
    int fd;
    struct termios original;
    char reset[text_limit];
    size_t reset_length;
    char farewell[text_limit];
    size_t farewell_length;
    bool chain;
} held;

static atomic_bool armed;
static atomic_bool installed;
static struct sigaction old_actions[NSIG];

static bool is_fault(int number) {
    for (int i = 0; i < fault_count; i++)
        if (faults[i] == number) return true;
    return false;
}

static void write_all(const char *bytes, size_t length) {
    // The line is non-blocking: a terminal that does not read gets what fits, and nobody hangs.
    while (length > 0) {
        ssize_t sent = write(held.fd, bytes, length);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return;
        bytes += sent;
        length -= (size_t)sent;
    }
}

// One thread restores; others that crash at the same moment go straight on.
static void restore(bool crashed) {
    if (!atomic_exchange(&armed, false)) return;
    write_all(held.reset, held.reset_length);
    tcsetattr(held.fd, TCSANOW, &held.original);
    if (crashed) write_all(held.farewell, held.farewell_length);
}

static void on_fatal(int number, siginfo_t *info, void *context) {
    (void)context;
    const int saved = errno;
    const bool fault = is_fault(number);
    const bool was_armed = atomic_load(&armed);
    restore(fault);
    struct sigaction next = old_actions[number];
    if (fault && was_armed && !held.chain) {
        memset(&next, 0, sizeof next);
        next.sa_handler = SIG_DFL;
        sigemptyset(&next.sa_mask);
    }
    sigaction(number, &next, NULL);
    errno = saved;
    // A fault happens again when we return; what somebody sent has to be sent again.
    if (!info || info->si_code <= 0) raise(number);
}

static void at_exit(void) { restore(false); }

static void install(void) {
    if (atomic_exchange(&installed, true)) return;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_fatal;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < fault_count; i++) sigaction(faults[i], &action, &old_actions[faults[i]]);
    for (int i = 0; i < ending_count; i++) {
        sigaction(endings[i], NULL, &old_actions[endings[i]]);
        // nohup and shells that ignore a signal mean it.
        if (old_actions[endings[i]].sa_handler != SIG_IGN) sigaction(endings[i], &action, NULL);
    }
}

static void uninstall(void) {
    if (!atomic_exchange(&installed, false)) return;
    struct sigaction current;
    for (int i = 0; i < fault_count + ending_count; i++) {
        int number = i < fault_count ? faults[i] : endings[i - fault_count];
        sigaction(number, NULL, &current);
        if (current.sa_sigaction == on_fatal) sigaction(number, &old_actions[number], NULL);
    }
}

static size_t keep(char *place, const void *bytes, size_t length) {
    if (length > text_limit) length = text_limit;
    if (length > 0) memcpy(place, bytes, length);
    return length;
}

void skr_guard_arm(
    int fd, const struct termios *original, const void *reset, size_t reset_length, const void *farewell,
    size_t farewell_length, bool chain) {
    static atomic_bool registered;
    skr_guard_disarm();
    held.fd = fd;
    held.original = *original;
    held.reset_length = keep(held.reset, reset, reset_length);
    held.farewell_length = keep(held.farewell, farewell, farewell_length);
    held.chain = chain;
    atomic_store(&armed, true);
    if (!atomic_exchange(&registered, true)) atexit(at_exit);
    install();
}

void skr_guard_disarm(void) {
    atomic_store(&armed, false);
    uninstall();
}

int skr_altstack_install(void) {
    stack_t present;
    if (sigaltstack(NULL, &present) == 0 && !(present.ss_flags & SS_DISABLE)) return 0;
    const size_t size = 64 * 1024;
    stack_t stack = {.ss_sp = malloc(size), .ss_size = size};
    if (!stack.ss_sp) return -1;
    return sigaltstack(&stack, NULL);
}

void skr_thread_name(const char *name) {
    char short_name[16];
    strncpy(short_name, name, sizeof short_name - 1);
    short_name[sizeof short_name - 1] = 0;
    pthread_setname_np(pthread_self(), short_name);
}

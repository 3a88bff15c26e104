#define _GNU_SOURCE
#include "cposix.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT};
enum { watched_count = sizeof watched / sizeof watched[0] };

static atomic_int news;
static atomic_int wake = -1;
static atomic_bool installed;
static struct sigaction old_actions[NSIG];

static int bit(int number) {
    switch (number) {
    case SIGWINCH: return SKR_RESIZED;
    case SIGTSTP: return SKR_STOP_ASKED;
    default: return SKR_CONTINUED;
    }
}

static void on_news(int number, siginfo_t *info, void *context) {
    const int saved = errno;
    atomic_fetch_or(&news, bit(number));
    const int fd = atomic_load(&wake);
    if (fd >= 0) skr_eventfd_signal(fd);
    const struct sigaction *old = &old_actions[number];
    if (number != SIGTSTP) {
        if (old->sa_flags & SA_SIGINFO) {
            if (old->sa_sigaction) old->sa_sigaction(number, info, context);
        } else if (old->sa_handler != SIG_DFL && old->sa_handler != SIG_IGN) {
            old->sa_handler(number);
        }
    }
    errno = saved;
}

int skr_signals_install(int eventfd) {
    atomic_store(&news, 0);
    atomic_store(&wake, eventfd);
    if (atomic_exchange(&installed, true)) return 0;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_news;
    action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < watched_count; i++) {
        if (sigaction(watched[i], NULL, &old_actions[watched[i]]) != 0) return -1;
        if (sigaction(watched[i], &action, NULL) != 0) return -1;
    }
    return 0;
}

void skr_signals_uninstall(void) {
    atomic_store(&wake, -1);
    if (!atomic_exchange(&installed, false)) return;
    for (int i = 0; i < watched_count; i++) sigaction(watched[i], &old_actions[watched[i]], NULL);
}

int skr_signals_take(void) { return atomic_exchange(&news, 0); }

void skr_stop_here(void) { pthread_kill(pthread_self(), SIGSTOP); }

#define _GNU_SOURCE
#include "cposix.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

int64_t skr_pss_kib(pid_t pid) {
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)(pid > 0 ? pid : getpid()));
    FILE *file = fopen(path, "re");
    if (!file) return -1;
    long long figure = -1;
    while (figure < 0 && fgets(line, sizeof line, file))
        if (sscanf(line, "Pss: %lld kB", &figure) != 1) figure = -1;
    fclose(file);
    return figure;
}

int64_t skr_cpu_microseconds(void) {
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0) return -1;
    const int64_t seconds = (int64_t)usage.ru_utime.tv_sec + usage.ru_stime.tv_sec;
    return seconds * 1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

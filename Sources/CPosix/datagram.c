#define _GNU_SOURCE
#include "cposix.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static int address(const char *path, struct sockaddr_un *result, socklen_t *length) {
    const size_t count = strlen(path);
    memset(result, 0, sizeof *result);
    result->sun_family = AF_UNIX;
    if (count == 0 || count >= sizeof result->sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(result->sun_path, path, count);
    *length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + count + 1);
    return 0;
}

int skr_datagram_socket(void) { return socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0); }

int skr_datagram_bind(const char *path) {
    struct sockaddr_un place;
    socklen_t length;
    if (address(path, &place, &length) != 0) return -1;
    const int fd = skr_datagram_socket();
    if (fd < 0) return -1;
    if (bind(fd, (struct sockaddr *)&place, length) != 0) {
        // Somebody's name: taken over only when nobody listens there.
        const bool dead = errno == EADDRINUSE && skr_datagram_send(fd, path, "", 0) == ECONNREFUSED;
        if (!dead || unlink(path) != 0 || bind(fd, (struct sockaddr *)&place, length) != 0) {
            if (!dead) errno = EADDRINUSE;
            close(fd);
            return -1;
        }
    }
    if (chmod(path, S_IRUSR | S_IWUSR) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

int skr_datagram_send(int fd, const char *path, const void *bytes, size_t length) {
    struct sockaddr_un place;
    socklen_t size;
    if (address(path, &place, &size) != 0) return errno;
    const ssize_t sent =
        sendto(fd, bytes, length, MSG_DONTWAIT | MSG_NOSIGNAL, (struct sockaddr *)&place, size);
    return sent < 0 ? errno : 0;
}

ssize_t skr_datagram_receive(int fd, void *bytes, size_t capacity) {
    const ssize_t count = recv(fd, bytes, capacity, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
    return count;
}

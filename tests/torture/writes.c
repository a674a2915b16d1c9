/* Logs what a process writes to the files of one folder, in order: opened, written, cut, flushed, taken away.

   Loaded with LD_PRELOAD; SHOWCASE_WATCHED is the folder, SHOWCASE_LOG the log. Each record is an operation (one byte),
   the length of the path, offset and length of the data as 64 bits each, the path, and the data. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 1024
static char *paths[MOST];
static int log_fd = -1;

static int watched(const char *path) {
    const char *folder = getenv("SHOWCASE_WATCHED");
    return folder && path && !strncmp(path, folder, strlen(folder));
}

static void put(const void *data, size_t size) {
    const char *rest = data;
    while (size) {
        long done = syscall(SYS_write, log_fd, rest, size);
        if (done <= 0) abort();
        rest += done;
        size -= (size_t)done;
    }
}

static void note(char operation, const char *path, uint64_t offset, const void *data, uint64_t size) {
    if (log_fd < 0) {
        const char *log = getenv("SHOWCASE_LOG");
        if (!log) return;
        log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (log_fd < 0) abort();
    }
    uint64_t numbers[3] = {strlen(path), offset, size};
    put(&operation, 1);
    put(numbers, sizeof numbers);
    put(path, strlen(path));
    if (size) put(data, size);
}

static int opened(int fd, const char *path, int flags) {
    if (fd >= 0 && fd < MOST && watched(path)) {
        paths[fd] = strdup(path);
        note('o', path, 0, 0, 0);
        if (flags & O_TRUNC) note('t', path, 0, 0, 0);
    }
    return fd;
}

#define OPENS(name)                                                     \
    int name(const char *path, int flags, ...) {                        \
        va_list rest;                                                   \
        va_start(rest, flags);                                          \
        int mode = va_arg(rest, int);                                   \
        va_end(rest);                                                   \
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);  \
        return opened(real(path, flags, mode), path, flags);            \
    }
OPENS(open)
OPENS(open64)

#define WRITES(name)                                                                  \
    ssize_t name(int fd, const void *data, size_t size, off_t offset) {               \
        ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, #name);  \
        ssize_t done = real(fd, data, size, offset);                                  \
        if (done > 0 && fd >= 0 && fd < MOST && paths[fd])                            \
            note('w', paths[fd], (uint64_t)offset, data, (uint64_t)done);             \
        return done;                                                                  \
    }
WRITES(pwrite)
WRITES(pwrite64)

ssize_t write(int fd, const void *data, size_t size) {
    int seen = fd >= 0 && fd < MOST && paths[fd];
    off_t offset = seen ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = syscall(SYS_write, fd, data, size);
    if (done > 0 && seen) note('w', paths[fd], (uint64_t)offset, data, (uint64_t)done);
    return done;
}

#define CUTS(name)                                                     \
    int name(int fd, off_t size) {                                     \
        int (*real)(int, off_t) = dlsym(RTLD_NEXT, #name);             \
        int done = real(fd, size);                                     \
        if (!done && fd >= 0 && fd < MOST && paths[fd])                \
            note('t', paths[fd], (uint64_t)size, 0, 0);                \
        return done;                                                   \
    }
CUTS(ftruncate)
CUTS(ftruncate64)

#define FLUSHES(name)                                                  \
    int name(int fd) {                                                 \
        int (*real)(int) = dlsym(RTLD_NEXT, #name);                    \
        int done = real(fd);                                           \
        if (!done && fd >= 0 && fd < MOST && paths[fd])                \
            note('s', paths[fd], 0, 0, 0);                             \
        return done;                                                   \
    }
FLUSHES(fsync)
FLUSHES(fdatasync)

int unlink(const char *path) {
    int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
    int done = real(path);
    if (!done && watched(path)) note('u', path, 0, 0, 0);
    return done;
}

int close(int fd) {
    int (*real)(int) = dlsym(RTLD_NEXT, "close");
    if (fd >= 0 && fd < MOST && paths[fd]) {
        free(paths[fd]);
        paths[fd] = 0;
    }
    return real(fd);
}

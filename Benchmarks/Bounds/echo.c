// What bounds the row "echo beside a busy thread": no lock, no runtime, just what the machine and its kernel give.
//
// Prints how long a line of the cache takes from one processor to another and back, and what becomes of an echo server's
// rounds, beside a busy process, when the server uses its processor for a little longer in each. A server that hands a lock to
// another processor and gets it back, twice a round, uses at least two such ways there and back more.
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TURNS = 21, WAYS = 1000000 };
static const double seconds = 0.1;
static const double more_us[] = {0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3};
enum { STEPS = sizeof more_us / sizeof more_us[0] };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void work(double us)
{
    for (double end = now() + us * 1e-6; now() < end;) {
    }
}

static void require(int is_so, const char *what)
{
    if (!is_so) {
        perror(what);
        exit(1);
    }
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// --- a line of the cache

static _Alignas(128) atomic_int line;

static void run_on(int processor)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(processor, &set);
    require(pthread_setaffinity_np(pthread_self(), sizeof set, &set) == 0, "two processors are needed");
}

static void *answer(void *unused)
{
    run_on(1);
    for (int i = 0; i < WAYS; i++) {
        while (atomic_load(&line) != 2 * i + 1) {
        }
        atomic_store_explicit(&line, 2 * i + 2, memory_order_release);
    }
    return unused;
}

static void *there_and_back_ns(void *result)
{
    run_on(0);
    pthread_t thread;
    atomic_store(&line, 0);
    require(pthread_create(&thread, NULL, answer, NULL) == 0, "pthread_create");
    double begin = now();
    for (int i = 0; i < WAYS; i++) {
        atomic_store_explicit(&line, 2 * i + 1, memory_order_release);
        while (atomic_load(&line) != 2 * i + 2) {
        }
    }
    *(double *)result = (now() - begin) * 1e9 / WAYS;
    pthread_join(thread, NULL);
    return NULL;
}

// --- rounds

static void serve(int connection, double more)
{
    char byte;
    while (recv(connection, &byte, 1, 0) == 1) {
        work(0.2 + more / 2);
        send(connection, &byte, 1, MSG_NOSIGNAL);
        work(0.2 + more / 2);
    }
}

static void ask(int connection, int result)
{
    char byte;
    long rounds = 0;
    recv(connection, &byte, 1, 0);
    for (double end = now() + seconds; now() < end; rounds++) {
        work(0.2);
        send(connection, "x", 1, MSG_NOSIGNAL);
        recv(connection, &byte, 1, 0);
        work(0.2);
    }
    _exit(write(result, &rounds, sizeof rounds) != sizeof rounds);
}

/// A round trip in microseconds, beside a busy process, of a server that works for `more` microseconds more in each.
static double round_us(double more)
{
    pid_t busy = fork();
    require(busy >= 0, "fork");
    if (busy == 0) {
        for (;;) {
            work(1);
        }
    }
    int ends[2], result[2];
    require(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0 && pipe(result) == 0, "socketpair");
    pid_t client = fork();
    require(client >= 0, "fork");
    if (client == 0) {
        close(ends[0]);
        ask(ends[1], result[1]);
    }
    close(ends[1]);
    close(result[1]);
    send(ends[0], "!", 1, MSG_NOSIGNAL);
    serve(ends[0], more);
    long rounds = 0;
    require(read(result[0], &rounds, sizeof rounds) == sizeof rounds && rounds > 0, "no result of the client");
    close(ends[0]);
    close(result[0]);
    waitpid(client, NULL, 0);
    kill(busy, SIGKILL);
    waitpid(busy, NULL, 0);
    return seconds * 1e6 / (double)rounds;
}

int main(void)
{
    double ways[TURNS], rounds[STEPS][TURNS], shares[STEPS][TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
        pthread_t thread;  // one of its own: the binding to a processor ends with it
        require(pthread_create(&thread, NULL, there_and_back_ns, &ways[turn]) == 0, "pthread_create");
        pthread_join(thread, NULL);
        for (int step = 0; step < STEPS; step++) {
            rounds[step][turn] = round_us(more_us[step]);
            shares[step][turn] = rounds[0][turn] / rounds[step][turn];
        }
    }
    qsort(ways, TURNS, sizeof ways[0], compare);
    printf("a line of the cache, there and back: %.0f ns (%.0f to %.0f)\n\n", ways[TURNS / 2], ways[0], ways[TURNS - 1]);
    printf("| more work a round | round | rate, of that without (half of the %d turns) |\n|---|---|---|\n", TURNS);
    for (int step = 0; step < STEPS; step++) {
        qsort(rounds[step], TURNS, sizeof(double), compare);
        qsort(shares[step], TURNS, sizeof(double), compare);
        printf("| %.2f µs | %.2f µs | %.2f (%.2f to %.2f) |\n", more_us[step], rounds[step][TURNS / 2],
               shares[step][TURNS / 2], shares[step][TURNS / 4], shares[step][TURNS - 1 - TURNS / 4]);
    }
    return 0;
}

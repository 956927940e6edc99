// What the rows on foreign calls call: work of a known length, and a thread of a library's own.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <time.h>

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

/// Compute for so many rounds.
uint64_t spin(uint64_t rounds)
{
    uint64_t value = rounds | 1;
    for (uint64_t round = 0; round < rounds; round++) {
        value = value * 6364136223846793005u + 1442695040888963407u;
        __asm__ volatile("" : "+r"(value));
    }
    return value;
}

struct Calls {
    int (*callback)(int);
    int count;
    uint64_t ns;
};

static void *call(void *argument)
{
    struct Calls *calls = argument;
    calls->callback(0);  // the thread has been seen
    uint64_t start = now();
    for (int index = 0; index < calls->count; index++) {
        calls->callback(index);
    }
    calls->ns = now() - start;
    return NULL;
}

/// Call a callback from a thread that nobody else knows; nanoseconds of all the calls.
uint64_t call_from_thread(int (*callback)(int), int count)
{
    struct Calls calls = {callback, count, 0};
    pthread_t thread;
    if (pthread_create(&thread, NULL, call, &calls) != 0) {
        return 0;
    }
    pthread_join(thread, NULL);
    return calls.ns;
}

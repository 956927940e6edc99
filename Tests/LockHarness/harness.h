// The lock's test harness: cases in C, without a host. Each case runs in a process of its own, under each scheduler that
// it names, lazily and on the portable path.
#ifndef BATON_LOCK_HARNESS_H
#define BATON_LOCK_HARNESS_H

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../CShim/lock_state.h"

enum {
    ADAPTIVE = 1 << BT_SCHEDULER_ADAPTIVE,
    INTERVAL = 1 << BT_SCHEDULER_INTERVAL,
    TICKS = 1 << BT_SCHEDULER_TICKS,
    QUEUED = ADAPTIVE | INTERVAL,
    ALL = ADAPTIVE | INTERVAL | TICKS,
    LAZY_ONLY = 1 << 8,         // about laziness: not on the portable path
    OWN_CLOCK = 1 << 9,         // the case moves the clock
    FREE_THREADED = 1 << 10,
    CHECKED = 1 << 11,
    TRACED = 1 << 12,
    MANY_THREADS_AFTER_FORK = 1 << 13,  // not under the thread sanitizer, which forbids it
};

typedef struct Case {
    const char *name;
    int modes;
    void (*run)(void);
    const char *dies;  // the message with which the process must end; NULL: it must succeed
} Case;

/// Tables of cases, each ended by a NULL name.
extern const Case release_cases[], scheduler_cases[], attach_cases[], shutdown_cases[], switch_cases[], mutex_cases[],
    pending_cases[], count_cases[], misuse_cases[], stress_cases[];

#define CHECK(condition)                                                                        \
    do {                                                                                        \
        if (!(condition)) {                                                                     \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);             \
            exit(1);                                                                            \
        }                                                                                       \
    } while (0)

/// Wait, detached or attached as the caller is, until a condition on atomics holds. The case's deadline is the limit.
#define UNTIL(condition)      \
    do {                      \
        while (!(condition)) { \
            sched_yield();    \
        }                     \
    } while (0)

/// The clock of a case that has its own.
extern uint64_t clock_ns;
void clock_advance(uint64_t nanoseconds);

pthread_t start(void *(*run)(void *), void *argument);
void join(pthread_t thread);
int get(int *flag);
void set(int *flag, int value);
int is_waited_for(void);
/// Wait until so many threads stand in the lock's queues.
void until_waiting(int count);
int is_drop_requested(void);
BtLockStatistics total(void);
BtLockStatistics mine(void);
int is_lazy(void);

/// A thread that attaches when told, stays attached until told, and then detaches and ends.
typedef struct Visitor {
    pthread_t thread;
    int go, leave, safe_points;  // atomic flags: attach; detach; make safe points while attached
    int is_in, is_out;           // atomic flags: attached; detached again
    int order;                   // the how manieth to attach
} Visitor;
extern int visits;  // guarded by the lock under test
void visitor_start(Visitor *visitor);
void visitor_enter(Visitor *visitor);
void visitor_leave(Visitor *visitor);

#endif

/* What both models of the lock have: the internal mutex, the queue of waiters and what is checked. Each model has its
 * own store buffers, which lock_mutex and unlock_mutex drain.
 *
 *   mutex                   the lock's internal mutex
 *   queue                   the queue of waiters, guarded by the mutex
 *   granted[i]              the word that a waiter sleeps on
 *   attention               the WAITERS bit of the lock's attention word
 *   holder                  the lock's holder, changed by compare-and-swap only
 *
 * Checked, by assertions:
 *   mutual exclusion        enter: nobody else is attached
 *   bounded waiting         enter: no waiter is overtaken more than THREADS times, by each other thread once and by the
 *                           holder that was on its way in
 *   no lost wake-up, and a released lock is never left to nobody while someone waits
 *                           rest: when no thread is under way between attached, detached and asleep, and somebody is
 *                           asleep, then a thread is attached, which will see him when it releases. A thread that was
 *                           granted the lock is under way. And a state that no step leaves, with a thread asleep, is an
 *                           invalid end state for spin.
 */

#ifndef THREADS
#define THREADS 3
#endif

#define NOBODY THREADS
#define DETACHED 0
#define ATTACHED 1

bit state[THREADS];  /* BtThreadState.state */
bit attention;
byte holder = NOBODY;

bit mutex;
chan queue = [THREADS] of { byte };
bit granted[THREADS];

byte attached;
byte under_way;
byte overtaken[THREADS];
bit waiting[THREADS];

inline lock_mutex(i) {
    atomic { mutex == 0 -> mutex = 1 };
    drain(i)
}

inline unlock_mutex(i) {
    drain(i);
    mutex = 0
}

/* Thread i has got the lock: nobody else may be attached, and every waiter is overtaken once more. */
inline enter(i) {
    d_step {
        attached++;
        assert(attached == 1);
        other = 0;
        do
        :: other < THREADS ->
            if
            :: waiting[other] && other != i -> overtaken[other]++; assert(overtaken[other] <= THREADS)
            :: else
            fi;
            other++
        :: else -> break
        od;
        other = 0;
        waiting[i] = 0;
        overtaken[i] = 0
    }
}

inline leave() { attached-- }

inline set_out() { under_way++ }

/* A thread has come to rest: attached, detached or asleep. */
inline rest() {
    d_step {
        under_way--;
        assert(under_way > 0 || empty(queue) || attached == 1)
    }
}

/* Wake the thread that has been given the lock. */
inline wake(i) { d_step { granted[i] = 1; under_way++ } }

/* Sleep until granted. */
inline sleep(i) {
    rest();
    atomic { granted[i] == 1 -> granted[i] = 0 }
}

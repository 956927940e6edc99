/* The lock of CShim: lazy release, full release, take-over, hand-over, forced switch, and the short way.
 *
 * Promela is sequentially consistent and x86 is not: a plain store waits in the store buffer of its thread while later
 * loads of that thread go ahead. So each thread has an explicit first-in first-out store buffer here (x86-TSO: Sewell,
 * Sarkar, Owens, Nardelli, Myreen, CACM 2010). A store enters it, a flusher process moves the oldest entry to memory at
 * any time, a locked instruction empties the buffer of its own thread, and membarrier empties those of the others.
 * Only `state` and `full_releases` are stored plainly; `attention` and `holder` are changed by locked instructions
 * alone, so no load of a thread has to look into its own buffer.
 *
 *   in the model            in the C (CShim)
 *   fully[i]                BtThreadState.full_releases != 0
 *   save                    _bt_detach_fast (thread.h), then _bt_release_slow (lock_slow.c):
 *     full release          release_fully
 *     lazy, with waiters    hand_over (lock_slow.c)
 *     lazy, nobody waits    the fast path alone
 *   restore                 _bt_acquire (thread.h), then _bt_acquire_slow (lock_slow.c):
 *     nobody waits          the fast path, or the swap in _bt_acquire_slow
 *     holder is me          acquire_contended: the first half
 *     wait_for_lock         acquire_contended: the second half, take; sleep_in_queue: _bt_wait_for_grant (waiters.c)
 *   hand_over               _bt_next_waiter and _bt_grant (waiters.c); grant_if_put_down: _bt_grant_if_free (lock_slow.c)
 *   wait_for_grant          _bt_wait_for_grant (waiters.c): become the heir or not, spin, resign, sleep
 *   resign                  _bt_resign (short_way.c)
 *   ask, answer             _bt_ask, _bt_answer (short_way.c)
 *   yield                   _bt_forced_switch: the slow path of a safe point
 *
 * What is checked, and the rest of the names: queue.pml. The path without membarrier: portable.pml.
 *
 * Mutants, by -D, each of which must fail: NO_MEMBARRIER, NO_RECHECK_RESTORE, NO_RECHECK_SAVE, NO_RESIGN_BARRIER,
 * NO_RESIGN_LOOK, ANSWER_WITHOUT_WAITERS, ANSWER_WITHOUT_BARRIER.
 *
 * Each thread makes ROUNDS rounds, the first one more, so that it comes back after others have had the lock; without
 * ROUNDS they go round for ever, or stop at any time while detached.
 */

#include "queue.pml"

/* The short way makes the search with three threads large. With NO_SHORT_WAY nobody takes it, with FEW one thread asks and
 * another one answers and spins. */
#ifdef FEW
#define MAY_ASK(i) (i == 1)
#define MAY_INHERIT(i) (i == 0)
#elif defined(NO_SHORT_WAY)
#define MAY_ASK(i) false
#define MAY_INHERIT(i) false
#else
#define MAY_ASK(i) true
#define MAY_INHERIT(i) true
#endif

/* What a store buffer's entry is for. */
#define STATE 0
#define FULL 1

chan buffer[THREADS] = [4] of { bit, bit };

bit fully[THREADS];

byte asker = NOBODY;   /* ASK of the attention word */
byte heir = NOBODY;

inline move_oldest(i) {
    if
    :: buffer[i]?STATE, entry -> state[i] = entry
    :: buffer[i]?FULL, entry -> fully[i] = entry
    fi
}

/* A plain store: release or relaxed, the same on x86. */
inline store(i, what, value) { buffer[i]!what, value }

/* What a locked instruction of thread i does to its store buffer, and membarrier to that of another thread. */
inline drain(i) {
    d_step {
        do
        :: nempty(buffer[i]) -> move_oldest(i)
        :: empty(buffer[i]) -> break
        od;
        entry = 0
    }
}

/* membarrier(PRIVATE_EXPEDITED): each other thread passes a full barrier, one after the other. */
inline membarrier(i) {
#ifndef NO_MEMBARRIER
    do
    :: other < THREADS && other != i -> drain(other); other++
    :: other < THREADS && other == i -> other++
    :: else -> break
    od;
    other = 0
#else
    skip
#endif
}

/* Under the mutex: give the lock, which `from` has (a thread, or NOBODY), to the first waiter, who does not have to
 * compete. Compare-and-swap, since a full restore that looked before anybody waited may still come in: then it has the
 * lock, and will see `attention` when it releases. `attention` is cleared after the lock has its new holder, which runs
 * already: it may release, and asks the mutex what it has seen. */
inline hand_over(from) {
    if
    :: nempty(queue) ->
        atomic { queue?<receiver>; state[receiver] = ATTACHED };
        if
        :: atomic {
               holder == from ->
               holder = receiver;
               queue?receiver;
               fully[receiver] = 1  /* who has met somebody else releases fully for a while */
           };
           atomic { wake(receiver); receiver = 0 };
           if
           :: atomic { empty(queue) -> attention = 0 }
           :: nempty(queue)
           fi
        :: atomic { holder != from -> state[receiver] = DETACHED; receiver = 0 }
        fi
    :: empty(queue) ->
        attention = 0;
        atomic {
            if
            :: holder == from -> holder = NOBODY
            :: else
            fi
        }
    fi
}

/* Under the mutex, WAITERS set: give on a lock that nobody holds, or that its holder has put down lazily. */
inline grant_if_put_down(i) {
    do
    :: atomic { nempty(queue) -> seen_holder = holder };
        if
        :: seen_holder == NOBODY || state[seen_holder % THREADS] == DETACHED -> hand_over(seen_holder)
        :: else -> break
        fi
    :: empty(queue) -> break
    od;
    seen_holder = 0
}

/* What an heir does when it sees the lock put down. */
inline look_at_holder(i) {
    seen_holder = holder;
    if
    :: seen_holder == NOBODY || state[seen_holder % THREADS] == DETACHED ->
        lock_mutex(i);
        grant_if_put_down(i);
        unlock_mutex(i)
    :: else -> seen_holder = 0
    fi
}

inline resign(i) {
    if
    :: atomic { heir == i -> heir = NOBODY };
        drain(i);
#ifndef NO_RESIGN_LOOK
#ifndef NO_RESIGN_BARRIER
        membarrier(i);
#endif
        look_at_holder(i)
#endif
    :: heir != i
    fi
}

/* A waiter spins for any time, perhaps as the heir, and sleeps. */
inline wait_for_grant(i) {
    if
    :: atomic { MAY_INHERIT(i) && heir == NOBODY -> heir = i }
    :: skip
    fi;
    do
    :: MAY_INHERIT(i) && granted[i] == 0 && (holder == NOBODY || state[holder % THREADS] == DETACHED) -> look_at_holder(i)
    :: break
    od;
    resign(i);
    sleep(i)
}

inline save(i) {
    set_out();
#ifdef NO_RECHECK_SAVE
    seen_attention = attention;
    seen_full = fully[i];
#endif
    leave();
    store(i, STATE, DETACHED);
#ifndef NO_RECHECK_SAVE
    seen_attention = attention;
    seen_full = fully[i];
#endif
    if
    :: seen_attention && heir != NOBODY -> skip  /* Lazily: the heir sees to it. */
    :: else ->
    if
    :: seen_full ->
        /* Full release. Now and then the thread turns lazy again: it says so before the locked instruction of this
         * same release, so a waiter that still reads it set has set `attention` early enough for this release. */
        if
        :: store(i, FULL, 0)
        :: skip
        fi;
        drain(i);
        atomic {
            if
            :: holder == i -> holder = NOBODY
            :: else  /* taken over since */
            fi
        };
        if
        :: attention ->
            lock_mutex(i);
            if
            :: holder == NOBODY -> hand_over(NOBODY)
            :: else
            fi;
            unlock_mutex(i)
        :: else
        fi
    :: !seen_full && seen_attention ->
        lock_mutex(i);
        if
        :: holder == i -> hand_over(i)
        :: else  /* taken over since */
        fi;
        unlock_mutex(i)
    :: else  /* Lazy release: `holder` still names this thread. */
    fi
    fi;
    atomic { seen_attention = 0; seen_full = 0; rest() }
}

/* The holder is attached, so it will see `attention` when it releases; or somebody stands before this thread. */
inline sleep_in_queue(i) {
    queue!i;
    grant_if_put_down(i);
    unlock_mutex(i);
    wait_for_grant(i);
    is_granted = 1
}

/* Under the mutex: get the lock, or queue up for it and sleep until it is granted. Leaves the mutex unlocked. */
inline wait_for_lock(i) {
    atomic { attention = 1; waiting[i] = 1 };
    is_granted = 0;
    do
    :: is_granted -> break
    :: !is_granted && empty(queue) ->
        seen_holder = holder;
        if
        :: seen_holder != NOBODY && !fully[seen_holder % THREADS] -> membarrier(i)
        :: else
        fi;
        if
        :: seen_holder == NOBODY || state[seen_holder % THREADS] == DETACHED ->
            /* Take the free lock, or take over the lazily released one: compare-and-swap, since full releases and
             * restores change the holder outside the mutex. */
            atomic {
                if
                :: holder == seen_holder ->
                    holder = i;
                    state[i] = ATTACHED;
                    attention = 0;
                    is_granted = 1;
                    fully[seen_holder % THREADS] = fully[seen_holder % THREADS] || seen_holder != NOBODY
                :: else
                fi
            };
            if
            :: is_granted -> unlock_mutex(i)
            :: else
            fi
        :: else -> sleep_in_queue(i)
        fi
    :: !is_granted && nempty(queue) -> sleep_in_queue(i)
    od;
    atomic { is_granted = 0; seen_holder = 0 }
}

inline restore(i) {
    set_out();
#ifdef NO_RECHECK_RESTORE
    seen_attention = attention;
    seen_holder = holder;
#endif
    store(i, STATE, ATTACHED);
#ifndef NO_RECHECK_RESTORE
    seen_attention = attention;
    seen_holder = holder;
#endif
    if
    :: !seen_attention && seen_holder == i -> skip  /* Lazily held, and nobody waits. */
    :: else ->
        /* Full restore: nobody has it and nobody waits. */
        drain(i);
        atomic {
            if
            :: !seen_attention && holder == NOBODY -> holder = i; is_granted = 1
            :: else
            fi
        };
        if
        :: MAY_ASK(i) && !is_granted && !seen_attention && seen_holder != i -> ask_holder(i)
        :: else
        fi;
        if
        :: is_granted -> is_granted = 0
        :: else ->
            store(i, STATE, DETACHED);  /* retract */
            lock_mutex(i);
            if
            :: holder == i && empty(queue) -> state[i] = ATTACHED; unlock_mutex(i)
            :: holder == i && nempty(queue) ->
                /* Not taken over, but who waits relies on this thread and was here first: hand over, queue behind. */
                atomic {
                    waiting[i] = 1;
                    queue!i
                    ; fully[i] = 1
                };
                hand_over(i);
                unlock_mutex(i);
                wait_for_grant(i)
            :: holder != i -> wait_for_lock(i)
            fi
        fi
    fi;
    atomic { seen_attention = 0; seen_holder = 0; enter(i); rest() }
}

/* A safe point of an attached thread, with a drop request: the lock is handed over, and the thread queues at the end.
 * It queues before the receiver runs: the other way round the receiver may release without seeing that anybody waits. */
inline yield(i) {
    set_out();
    lock_mutex(i);
    if
    :: nempty(queue) ->
        leave();
        state[i] = DETACHED;
        atomic { waiting[i] = 1; queue!i };
        hand_over(i);
        unlock_mutex(i);
        wait_for_grant(i);
        enter(i)
    :: empty(queue) -> unlock_mutex(i)
    fi;
    rest()
}

/* A safe point of an attached thread that is asked. Under the mutex, but the asker runs as soon as it is the holder: it may
 * release and come back before WAITERS is set, as if nobody waited. Lazily even, if it has turned lazy again since it asked. */
inline answer(i) {
    set_out();
    lock_mutex(i);
    if
    :: asker != NOBODY && empty(queue) ->
        leave();
        receiver = asker;
        holder = receiver;
        heir = i;
#ifndef ANSWER_WITHOUT_WAITERS
        atomic { attention = 1; asker = NOBODY };
#else
        asker = NOBODY;
#endif
#ifndef ANSWER_WITHOUT_BARRIER
        if
        :: !fully[receiver] -> membarrier(i)
        :: else
        fi;
#endif
        receiver = 0;
        state[i] = DETACHED;
        fully[i] = 1;
        atomic { waiting[i] = 1; queue!i };
        unlock_mutex(i);
        wait_for_grant(i);
        enter(i)
    :: asker == NOBODY || nempty(queue) -> asker = NOBODY; unlock_mutex(i)
    fi;
    rest()
}

/* Ask the holder; give it up at any time, unless the answer was there before. */
inline ask_holder(i) {
    if
    :: atomic { asker == NOBODY && !attention -> asker = i };
        fully[i] = 1;
        do
        :: holder == i -> is_granted = 1; break
        :: break
        od;
        if
        :: !is_granted ->
            lock_mutex(i);
            if
            :: holder == i -> is_granted = 1
            :: else -> asker = NOBODY
            fi;
            unlock_mutex(i)
        :: else
        fi
    :: else
    fi
}

proctype Thread(byte me) {
#ifdef ROUNDS
    byte rounds = (me == 0 -> ROUNDS + 1 : ROUNDS);
#endif
    byte other, seen_holder, receiver;
    bit entry, seen_attention, seen_full, is_granted;
    do
    ::
#ifdef ROUNDS
        rounds > 0 -> rounds--;
#endif
        restore(me);
        if
        :: MAY_INHERIT(me) && asker != NOBODY -> answer(me)
        :: skip
        fi;
        if
        :: attention -> yield(me)
        :: skip
        fi;
        save(me)
#ifdef ROUNDS
    :: rounds == 0 -> break
#else
    :: break
#endif
    od
}

proctype Flusher(byte whose) {
    bit entry;
end:
    do
    :: atomic { nempty(buffer[whose]) -> move_oldest(whose); entry = 0 }
    od
}

init {
    byte i;
    atomic {
        do
        :: i < THREADS -> run Thread(i); run Flusher(i); i++
        :: else -> break
        od
    }
}

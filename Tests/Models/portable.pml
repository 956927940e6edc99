/* The lock of CShim on its portable path: where the system refuses membarrier, no release is lazy. Each release clears
 * the holder by a compare-and-swap and then looks for waiters; each restore competes for a free lock by one, or queues.
 *
 * What is left of the store buffers of lock.pml is one plain store: a thread's own `state`. It may reach memory at any
 * later time, but not after a locked instruction of its thread. Since it is one variable, whose stores keep their order
 * everywhere, and since all else is a sequentially consistent operation, this holds on machines weaker than x86 too.
 *
 *   in the model            in the C (CShim)
 *   save                    _bt_detach_fast (thread.h): `full_releases` is never 0 here (_bt_thread_state_make sets it,
 *                           release_fully leaves it), so _bt_release_slow, release_fully (lock_slow.c)
 *   grant_if_free           _bt_grant_if_free (lock_slow.c)
 *   grant                   _bt_grant (waiters.c)
 *   restore                 _bt_acquire (thread.h), whose fast path never fits: nobody is the holder while detached;
 *                           _bt_acquire_slow (lock_slow.c)
 *   queue_up_or_take        acquire_contended: its second half, take
 *   sleep                   _bt_wait_for_grant (waiters.c)
 *   yield                   _bt_forced_switch: the slow path of a safe point
 *
 * The threads go round for ever, or stop at any time while detached: what holds here holds after any number of rounds.
 *
 * Mutants, by -D, each of which must fail:
 *   NO_RECHECK_SAVE         a release looks for waiters before it clears the holder, not after it
 *   NO_RECHECK_RESTORE      a waiter looks at the holder before it says that it waits, not after it
 *   PLAIN_RELEASE           the holder is cleared by a plain store, which may be late, in place of a locked instruction
 *   GRANT_BEFORE_QUEUE      a thread that makes way gives the lock on before it has queued up itself
 */

#include "queue.pml"

/* What a store buffer's entry is for; HOLDER in a mutant alone. */
#define STATE 0
#define HOLDER 1

chan buffer[THREADS] = [3] of { bit, byte };

inline move_oldest(i) {
    if
    :: buffer[i]?STATE, entry -> state[i] = entry
    :: buffer[i]?HOLDER, entry -> holder = entry
    fi
}

inline store(i, what, value) { buffer[i]!what, value }

/* A locked instruction of thread i. */
inline drain(i) {
    d_step {
        do
        :: nempty(buffer[i]) -> move_oldest(i)
        :: empty(buffer[i]) -> break
        od;
        entry = 0
    }
}

/* Under the mutex: give the lock, which `from` has, a thread or NOBODY, to the first waiter. It stays in the queue until
 * it has the lock. From its wake on the receiver is in nobody's hands but its own, and runs while `attention` is cleared. */
inline grant(i, from) {
    drain(i);
    atomic { queue?<receiver>; state[receiver] = ATTACHED };
    if
    :: atomic { holder == from -> holder = receiver; queue?receiver };
       wake(receiver);
       if
       :: atomic { empty(queue) -> attention = 0 }
       :: nempty(queue)
       fi
    :: atomic { holder != from -> state[receiver] = DETACHED }  /* another thread was faster */
    fi;
    receiver = 0
}

/* A holder that came in between sees `attention` when it releases. */
inline grant_if_free(i) {
    do
    :: holder == NOBODY && nempty(queue) -> grant(i, NOBODY)
    :: holder != NOBODY || empty(queue) -> break
    od
}

inline save(i) {
    atomic { set_out(); leave() };
    store(i, STATE, DETACHED);
#ifdef NO_RECHECK_SAVE
    seen_attention = attention;
#endif
#ifdef PLAIN_RELEASE
    if
    :: holder == i -> store(i, HOLDER, NOBODY)
    :: else
    fi;
#else
    drain(i);
    atomic {
        if
        :: holder == i -> holder = NOBODY
        :: else  /* taken over since */
        fi
    };
#endif
#ifndef NO_RECHECK_SAVE
    seen_attention = attention;
#endif
    if
    :: seen_attention ->
        lock_mutex(i);
        grant_if_free(i);
        unlock_mutex(i)
    :: else
    fi;
    seen_attention = 0;
    rest()
}

/* Under the mutex. Leaves it unlocked, with the lock in hand. */
inline queue_up_or_take(i) {
    state[i] = DETACHED;  /* retract */
    is_mine = 0;
#ifdef NO_RECHECK_RESTORE
    seen_holder = holder;
#endif
    if
    :: empty(queue) ->
        atomic { attention = 1; waiting[i] = 1 };
        do
        ::
#ifndef NO_RECHECK_RESTORE
            seen_holder = holder;
#endif
            if
            :: seen_holder != NOBODY && state[seen_holder % THREADS] == ATTACHED -> break
            :: else ->
                /* Free, or its holder has said that it is about to clear it. */
                state[i] = ATTACHED;
                atomic {
                    if
                    :: holder == seen_holder -> holder = i; is_mine = 1
                    :: else
                    fi
                };
                if
                :: is_mine -> attention = 0; break
                :: else -> state[i] = DETACHED
#ifdef NO_RECHECK_RESTORE
                    ; seen_holder = holder
#endif
                fi
            fi
        od
    :: nempty(queue) -> waiting[i] = 1
    fi;
    seen_holder = 0;
    if
    :: is_mine -> is_mine = 0; unlock_mutex(i)
    :: else -> queue!i; unlock_mutex(i); sleep(i)
    fi
}

inline restore(i) {
    set_out();
    store(i, STATE, ATTACHED);
    seen_attention = attention;
#ifdef PLAIN_RELEASE
    /* A load of the thread's own finds what is still in its buffer. */
    if
    :: atomic { buffer[i]??[HOLDER, NOBODY] -> seen_holder = NOBODY }
    :: atomic { !(buffer[i]??[HOLDER, NOBODY]) -> seen_holder = holder }
    fi;
#else
    seen_holder = holder;
#endif
    assert(seen_holder != i);
    if
    :: !seen_attention && seen_holder == NOBODY ->
        drain(i);
        atomic {
            if
            :: holder == NOBODY -> holder = i; is_mine = 1
            :: else
            fi
        }
    :: else
    fi;
    atomic { seen_attention = 0; seen_holder = 0 };
    if
    :: is_mine -> is_mine = 0
    :: else ->
        lock_mutex(i);
        assert(holder != i);
        queue_up_or_take(i)
    fi;
    atomic { enter(i); rest() }
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
#ifdef GRANT_BEFORE_QUEUE
        grant(i, i);
        atomic { waiting[i] = 1; queue!i };
#else
        atomic { waiting[i] = 1; queue!i };
        grant(i, i);
#endif
        unlock_mutex(i);
        sleep(i);
        enter(i)
    :: empty(queue) -> unlock_mutex(i)
    fi;
    rest()
}

proctype Thread(byte me) {
    byte other, seen_holder, receiver, entry;
    bit seen_attention, is_mine;
    do
    :: restore(me);
        if
        :: attention -> yield(me)
        :: skip
        fi;
        save(me)
    :: break
    od
}

proctype Flusher(byte whose) {
    byte entry;
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

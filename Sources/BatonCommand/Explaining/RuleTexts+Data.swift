// The rules on data, waiting, errors and the end: R6 to R10.
extension Rule {
    static let dataRules: [Rule] = [
        Rule(
            number: 6,
            rule:
                "After a block everything may have changed: look again at what was borrowed, at sizes, at whether it is still "
                + "open.",
            why: """
                Other threads ran while this one was detached. A list may be shorter, a file closed, a borrowed item replaced \
                and freed. Nothing of this is a race in the memory's sense: the program is wrong, and no lock would help.
                """,
            advice: [
                "Take references (BtList_GetItemRef, BtDict_GetItemRef), not borrowed ones, to what is used after a block.",
                "Ask for sizes and for \"is it still open\" again after the block, before they are used.",
                "An object that is worked on while detached has a state \"in use\", and close() refuses or waits.",
                "A call of the API that may run code (a repr, a comparison, the last decref) is such a place too.",
            ],
            otherwise: "Use of freed memory, an index beyond the end, work on a file that is another file by then.",
            unseen: """
                Nothing at compile time: clang does not know where a pointer was borrowed. At run time it is found where \
                another thread really did change the thing.
                """),
        Rule(
            number: 7,
            rule: "A wait or a long computation never holds the lock; a short one never releases it.",
            why: """
                Native code is not interrupted: while it holds the lock, every other thread stands still, and a wait for \
                something that another thread must do first never ends. Releasing costs a few nanoseconds while nobody waits, \
                and a switch of threads when somebody does: for work shorter than that, holding is faster for everyone.
                """,
            advice: [
                "Anything that may wait (reading, writing, sleeping, joining, locking) goes into a block, however short it is "
                    + "as a rule.",
                "Computations: release above a size that was measured. The examples' READMEs tell how; 10 microseconds of work "
                    + "is a good beginning.",
                "Bt_BEGIN_ALLOW_THREADS_IF(size >= THRESHOLD) has both cases in one place.",
            ],
            otherwise: "Programs with threads that are no faster than with one, hang for seconds, or for ever.",
            unseen: """
                Clang knows the system's calls that wait and functions that are marked BT_BLOCKS, called from functions that \
                are known to be attached. Loops, and waits inside other libraries, are found at run time, by the time that \
                they take.
                """),
        Rule(
            number: 8,
            rule:
                "Native state shared by threads has its own lock (BtMutex); that lock is never held while waiting to attach.",
            why: """
                In a block the lock no longer guards your native state. The second lock makes an order: who holds the mutex \
                and waits to attach, while an attached thread waits for the mutex, waits for ever.
                """,
            advice: [
                "BtMutex: it detaches while it waits, so that this deadlock cannot happen.",
                "Other mutexes: lock and unlock inside the block; never over its end, a BtGILState_Ensure or a Bt_BLOCK_THREADS.",
                "C++: the guard lives inside the block, in a scope of its own.",
            ],
            otherwise: "A deadlock that needs two threads at the wrong moment: it comes in production, not in tests.",
            unseen: """
                Locks of C++'s library and of other libraries at compile time. At run time those that end in a pthread mutex \
                are found.
                """),
        Rule(
            number: 9,
            rule: "An error is set if and only if the call returns its error value; it is set while attached.",
            why: """
                The caller looks at the value alone. NULL without an error says "an exception was raised" and there is none; \
                an error with a result appears later, in a call that has nothing to do with it.
                """,
            advice: [
                "Look at every result; return the error value as soon as there is one, after dropping what you hold.",
                "An error that does not matter is cleared at once: BtErr_Clear.",
                "-1 of BtLong_AsLong and its like may be a result: ask BtErr_Occurred.",
                "In a block keep errno, a status or a message; set the error after it.",
            ],
            otherwise:
                "\"SystemError: returned NULL without setting an exception\", or an exception in the wrong place.",
            unseen: """
                NULL without an error, and an error with a result, are found at run time only, on the paths that run. A result \
                that is kept and never looked at is not seen by clang, which does not look into C++'s catch handlers either: gcc does.
                """),
        Rule(
            number: 10,
            rule: "After shutdown has begun, a new attach may fail, and the caller copes.",
            why: """
                Threads of native libraries do not know that the program ends. They must be able to come when there is nothing \
                to attach to, and to go away again.
                """,
            advice: [
                "BtInterpreterView_FromCurrent at import; BtThreadState_EnsureFromView on the thread, and a look at its token.",
                "NULL: give back native resources and end; touch no object, drop no reference.",
                "A thread that must finish first holds a BtInterpreterGuard: shutdown waits for it.",
            ],
            otherwise: "A crash at the very end of a program that has worked, now and then.",
            unseen:
                "BtGILState_Ensure cannot fail: it attaches to the runtime that was left standing. Prefer the call that can.",
        ),
    ]
}

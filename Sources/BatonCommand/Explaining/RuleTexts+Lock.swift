// The rules on who is attached when: R1 to R5.
extension Rule {
    static let lockRules: [Rule] = [
        Rule(
            number: 1,
            rule: "Only an attached thread touches an object or calls the API.",
            why: """
                One lock guards every object: counts, types, contents, the memory that they come from. Code that touches one \
                without the lock races with whoever holds it. That a call "only reads" changes nothing: the object may be \
                resized or freed while it is read.
                """,
            advice: [
                "Turn arguments into native data first, work on that in the block, make objects of the outcome afterwards.",
                "Declare methods with BT_METHOD and slots with BT_FUNCTION, mark helpers BT_ATTACHED or BT_ANY_STATE: then clang "
                    + "checks each function against its callers.",
                "A thread that the runtime did not make attaches first (R5).",
            ],
            otherwise: """
                Mostly nothing for a long time, since the window is small. Then a list with a wrong length, an item that is \
                another object, a crash in code that did nothing wrong.
                """,
            unseen: """
                Calls through function pointers of your own, and code of libraries that call back, are found at run time only. \
                A field that is read by hand, or by a macro that reads one (Bt_TYPE, BtList_GET_SIZE), is found by clang and \
                not at run time.
                """),
        Rule(
            number: 2,
            rule:
                "Inside an allow-threads block: native data only. What the block reads or writes is pinned before it (a reference "
                + "held, a buffer exported) and released after it.",
            why: """
                While the thread is detached, others run: they may drop the last reference to what the block works on, or \
                resize it. A reference or an exported buffer that was taken before the block keeps it alive and in place.
                """,
            advice: [
                "Bytes-like arguments: BtArg_ParseTuple with y*, or BtObject_GetBuffer, before the block, BtBuffer_Release after.",
                "Arguments are held by the caller for the whole call; items of containers are not: take a reference.",
                "Text: BtUnicode_AsUTF8 before the block; the bytes live as long as the text, so hold the text.",
            ],
            otherwise: """
                The block reads memory that belongs to another object by then. Counts that two threads change at once lose one \
                change: the object leaks, or is freed while in use.
                """,
            unseen: """
                A raw pointer that is carried into the block while nothing holds what it points into: no checker knows where a \
                pointer came from. Under BATON_CHECK=1 freed memory is overwritten, which makes it show. Counts of immortal \
                objects do nothing and are not seen at run time.
                """),
        Rule(
            number: 3,
            rule:
                "Each save is restored once, by the same thread, with the state that it returned. Blocks do not nest.",
            why: """
                A save says "this thread is done with objects for now", and its state is the way back. A second save has \
                nothing to put down; a second restore, or one on another thread, would have two threads hold one lock.
                """,
            advice: [
                "Use the macros: Bt_BEGIN_ALLOW_THREADS and Bt_END_ALLOW_THREADS keep the state in a scope of their own.",
                "To attach for a moment inside a block: Bt_BLOCK_THREADS, then Bt_UNBLOCK_THREADS.",
                "Say of a helper which state it needs: BT_ATTACHED if it has a block, BT_ANY_STATE if it touches no object.",
                "A release that depends on a size: Bt_BEGIN_ALLOW_THREADS_IF(size > 2048) and its END.",
            ],
            otherwise:
                "The process ends at once with this rule's number: going on would run two threads under one lock.",
            unseen: """
                Constructors and destructors are not analysed by clang: an object that saves in one and restores in the other \
                is checked at run time only.
                """),
        Rule(
            number: 4,
            rule: "No way out of a block but its end: no return, goto, break, longjmp, exception.",
            why: """
                Nothing attaches on the way. The code behind the block then touches objects detached (R1), and the thread's \
                own caller, which knows nothing of the block, goes on so.
                """,
            advice: [
                "Keep the status in a variable, fall through to the end of the block, look at it afterwards.",
                "Where an early way out is clearer: Bt_BLOCK_THREADS before it (Bt_BLOCK_THREADS_IF in a conditional block).",
                "C++: the guard of baton.hpp attaches on every way out, exceptions included. With the macros: catch inside the block.",
            ],
            otherwise: """
                The function returns detached. Under BATON_CHECK=1 the return itself is reported; else the next call of the \
                API ends the process, or the next object that is touched is shared without a lock.
                """,
            unseen: """
                An exception that a function throws which is called in the block: neither clang nor gcc follow it. The return \
                while detached is found at run time.
                """),
        Rule(
            number: 5,
            rule: "A thread that the runtime did not make attaches before and detaches after, in pairs.",
            why: """
                Threads of native libraries have no thread state until they ask for one. BtGILState_Ensure makes it, once a \
                thread, and attaches; BtGILState_Release puts things back as they were. One too few keeps the lock for ever, \
                one too many puts down a lock that somebody else has.
                """,
            advice: [
                "One way out of the callback, behind the release.",
                "Between the two: what needs objects, nothing else. Long work and waits come before or after (R7).",
                "Where the runtime may be at its end already: BtThreadState_EnsureFromView, which can fail (R10).",
            ],
            otherwise: """
                An ensure that is not undone: every other thread waits for ever. A release too many ends the process.
                """,
            unseen:
                "Pairs whose halves are in different functions: say so with BT_ATTACHES_ENSURED and BT_DETACHES_ENSURED."
        ),
    ]
}

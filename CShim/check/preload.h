// What libbatoncheck.so and the checks of the runtime tell each other. The library knows nothing else of Baton: the runtime
// looks for `batoncheck_start` when its checks begin, and does without the library if there is none.
#ifndef BATON_CHECK_PRELOAD_H
#define BATON_CHECK_PRELOAD_H

#include <stddef.h>

/// What the library calls.
typedef struct BatonCheckHooks {
    /// Whether what an address belongs to is watched: not the runtime itself.
    int (*is_foreign)(const void *code);
    /// Whether this thread is attached.
    int (*is_attached)(void);
    /// This attached thread is about to wait for a mutex that another thread holds, and has got it.
    void (*wait_begins)(void *mutex, void *code, unsigned long owner, void *owner_code);
    void (*wait_ends)(void);
    /// Memory is freed, or moved, by this thread. Only while `is_watching` is not 0.
    void (*freed)(void *memory, void *code);
    /// Atomic.
    const int *is_watching;
} BatonCheckHooks;

/// What the runtime calls.
typedef struct BatonCheckLibrary {
    /// The mutex that this thread locked last but `index`, and where; NULL: it holds fewer.
    void *(*held)(size_t index, void **code);
} BatonCheckLibrary;

/// Begin to tell `hooks`, which is kept. Called once.
const BatonCheckLibrary *batoncheck_start(const BatonCheckHooks *hooks);

#endif

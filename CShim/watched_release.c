// Releases that somebody looks at: full ones, and those of which it is asked whether they were of use. In C because it is
// the lock's own.
#include "baton/host.h"
#include "lock_state.h"

BT_API struct BtForeign_ _bt_foreign;

static __thread int foreign_errno;

int *_bt_foreign_errno(void) { return &foreign_errno; }

BtThreadState *_bt_save_fully(void)
{
    BtThreadState *state = _bt_current.state;
    // Others set the field too, but not while this thread holds the lock.
    if (state != NULL && !_bt_lock.is_free_threaded && _bt_full_releases(state) == 0) {
        _bt_full_releases_set(state, 1);
    }
    return BtEval_SaveThread();
}

int _bt_restore_watched(BtThreadState *state)
{
    BtThreadState *last = __atomic_load_n(&_bt_lock.last_holder, __ATOMIC_RELAXED);
    BtEval_RestoreThread(state);
    return last != NULL && last != state && !_bt_lock.is_free_threaded;
}

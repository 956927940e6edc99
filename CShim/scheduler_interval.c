// The scheduler of Python 3.2 and later: first come, first served, and a drop request after the switch interval.
#include "lock_state.h"

void _bt_interval_queue_up(BtThreadState *state, BtQueueReason_ reason, uint64_t now)
{
    if (reason == BT_QUEUE_RESTORE && _bt_lock.busy.first == NULL) {
        _bt_lock.slice_started_at = now;  // the holder's time counts from when somebody waits
    }
    _bt_queue_last(&_bt_lock.busy, state);
}

uint64_t _bt_interval_deadline(BtThreadState *keeper, uint64_t now)
{
    uint64_t end = _bt_lock.slice_started_at + _bt_interval();
    if (now < end) {
        return end;
    }
    _bt_request_drop(keeper);
    return now + _bt_interval();
}

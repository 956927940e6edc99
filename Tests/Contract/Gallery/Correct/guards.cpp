// gallery: correct
// title: C++ guards, owners and errors: an exception leaves a block, owners end inside one, a thread attaches for itself
// strict:  -
// relaxed: -
// gcc:     -
// run:     -
#include <baton.hpp>

#include <numeric>
#include <thread>
#include <vector>

#include "gallery.h"

static BT_METHOD(run, O);

static long sum_of(long count)
{
    std::vector<long> numbers(static_cast<std::size_t>(count), 1);
    long total = std::accumulate(numbers.begin(), numbers.end(), 0L);
    if (total != count) {
        throw std::runtime_error("wrong sum");
    }
    return total;
}

static bool raises_in_block() BT_ATTACHED
{
    bt::object ends_in_block = bt::own(BtList_New(0));
    try {
        bt::allow_threads block;
        bt::object moved = std::move(ends_in_block);
        throw bt::failure(BtExc_ValueError, "thrown detached");
    } catch (const bt::failure &failed) {
        BtErr_SetString(failed.type(), failed.what());
        bt::error taken;
        return taken.matches(BtExc_ValueError);
    }
}

static void on_thread(long *length)
{
    bt::attach lock;
    if (!lock) {
        return;
    }
    bt::object list = bt::own(BtList_New(3));
    *length = static_cast<long>(BtList_Size(list.get()));
}

static BtObject *run(BtObject *, BtObject *)
{
    return bt::boundary([]() BT_ATTACHED {
        long total = 0;
        long length = 0;
        {
            bt::allow_threads block;
            total = sum_of(1000);
            std::thread other(on_thread, &length);
            other.join();
        }
        bool raised = raises_in_block();
        return bt::own(BtLong_FromLong(raised ? total + length : 0));
    });
}

GALLERY_MODULE(guards)

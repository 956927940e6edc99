// gallery: correct
// title: sleeping, reading, polling and running a command, all in blocks
#include "gallery.h"
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int ends[2];
    char byte = 1;
    ssize_t count = -1;
    int ready = 0;
    int status = -1;
    if (pipe(ends) < 0) {
        return BtErr_SetFromErrno(BtExc_OSError);
    }
    Bt_BEGIN_ALLOW_THREADS
    struct pollfd what = {ends[0], POLLIN, 0};
    count = write(ends[1], &byte, 1);
    ready = poll(&what, 1, 1000);
    if (count == 1 && ready == 1) {
        count = read(ends[0], &byte, 1);
    }
    usleep(1000);
    status = system("true");
    Bt_END_ALLOW_THREADS
    close(ends[0]);
    close(ends[1]);
    return BtLong_FromLong(count + ready + status);
}

GALLERY_MODULE(waits_in_block)

// crc32 and adler32. Native data only: the buffer is exported before the block and released after it (R2).
#include "compression.h"

#include <limits.h>

typedef uLong (*Step)(uLong value, const Bytef *data, uInt size);

/// Run `step` over all of the data, at most UINT_MAX bytes at a time.
static uLong checksum(Step step, uLong value, const unsigned char *data, size_t size) BT_ANY_STATE
{
    while (size > UINT_MAX) {
        value = step(value, data, UINT_MAX);
        data += UINT_MAX;
        size -= UINT_MAX;
    }
    return step(value, data, (uInt)size);
}

static BtObject *checksum_call(const char *name, Step step, uLong value, BtObject *const *args,
                               Bt_ssize_t nargs) BT_ATTACHED
{
    if (nargs < 1 || nargs > 2) {
        return BtErr_Format(BtExc_TypeError, "%s expected at %s argument%s, got %zd", name,
                            nargs < 1 ? "least 1" : "most 2", nargs < 1 ? "" : "s", nargs);
    }
    Bt_buffer data;
    if (BtObject_GetBuffer(args[0], &data, BtBUF_SIMPLE) < 0) {
        return NULL;
    }
    if (nargs == 2) {
        value = BtLong_AsUnsignedLongMask(args[1]) & 0xffffffffUL;
        if (value == 0xffffffffUL && BtErr_Occurred()) {
            BtBuffer_Release(&data);
            return NULL;
        }
    }
    const unsigned char *bytes = (const unsigned char *)data.buf;
    size_t size = (size_t)data.len;
    if (size < CHECKSUM_RELEASE_MIN) {
        value = checksum(step, value, bytes, size);
    } else {
        Bt_BEGIN_ALLOW_THREADS
        value = checksum(step, value, bytes, size);
        Bt_END_ALLOW_THREADS
    }
    BtBuffer_Release(&data);
    return BtLong_FromUnsignedLong(value & 0xffffffffUL);
}

BtObject *zlib_crc32(BtObject *module, BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    (void)module;
    return checksum_call("crc32", crc32, 0, args, nargs);
}

BtObject *zlib_adler32(BtObject *module, BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    (void)module;
    return checksum_call("adler32", adler32, 1, args, nargs);
}

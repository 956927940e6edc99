// Breaks R1: an API call inside the block.
#include <baton.h>

static BT_METHOD(broken_call, NOARGS);
static BtObject *broken_call(BtObject *self, BtObject *unused)
{
    (void)self, (void)unused;
    BtObject *number;
    Bt_BEGIN_ALLOW_THREADS
    number = BtLong_FromLong(1);
    Bt_END_ALLOW_THREADS
    return number;
}

static BtMethodDef methods[] = {BT_METHOD_ENTRY_AS("call", broken_call, 0, NULL), BT_METHOD_END};
static BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "broken", .m_methods = methods};

BtMODINIT_FUNC BtInit_broken(void) { return BtModuleDef_Init(&module); }

// What of int is data: the layout of limbs, the limit of digits, and the ints that exist once: True, False and the
// cache of small ints. In C because extensions (True, False) and Swift (the cache) take their addresses without asking
// whether they have been made.
//
// Guard: written before a second thread exists, read by all.
#include "baton/host.h"

BT_API BtLongObject _bt_true = { { { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &BtBool_Type }, 1 }, { 1 } };
BT_API BtLongObject _bt_false = { { { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &BtBool_Type }, 0 }, { 0 } };

BtLongObject _bt_small_ints[BT_SMALL_INT_MAX - BT_SMALL_INT_MIN + 1];

int _bt_int_max_str_digits = 4300;

const BtLongLayout *BtLong_GetNativeLayout(void)
{
    static const BtLongLayout layout = {
        .bits_per_digit = 64, .digit_size = 8, .digits_order = -1, .digit_endianness = -1
    };
    return &layout;
}

// An application that embeds Baton and runs a script's text, which imports an installed extension.
#include <baton.h>
#include <stdio.h>

int main(void)
{
    Bt_Initialize();
    int status = BtRun_SimpleString("import zlib\nprint(zlib.crc32(b'123456789'))\n");
    if (Bt_FinalizeEx() < 0) {
        fputs("threads are left\n", stderr);
        return 2;
    }
    return status == 0 ? 0 : 1;
}

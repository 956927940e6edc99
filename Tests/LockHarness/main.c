// Runs the cases, each in a process of its own, and counts.
#include "harness.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#if defined(__has_feature)
#  if __has_feature(thread_sanitizer)
#    define HAS_TSAN 1
#  endif
#endif
#ifndef HAS_TSAN
#  define HAS_TSAN 0
#endif

#define CASE_SECONDS 60

static const Case *const tables[] = {release_cases, scheduler_cases, attach_cases, shutdown_cases, switch_cases,
                                     mutex_cases,   pending_cases,   count_cases,  misuse_cases,   stress_cases};
#define TABLE_COUNT (sizeof tables / sizeof *tables)

uint64_t clock_ns = 1000000000u;
static uint64_t read_clock(void) { return __atomic_load_n(&clock_ns, __ATOMIC_SEQ_CST); }

static const Case *find(const char *name)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        for (const Case *each = tables[i]; each->name != NULL; each++) {
            if (strcmp(each->name, name) == 0) {
                return each;
            }
        }
    }
    return NULL;
}

/// In the process of one case.
static int run_case(const char *name, BtLockScheduler scheduler, int is_portable)
{
    const Case *it = find(name);
    if (it == NULL) {
        return 2;
    }
    alarm(CASE_SECONDS);
    BtLockConfig_ config;
    memset(&config, 0, sizeof config);
    config.scheduler = scheduler;
    config.no_membarrier = is_portable;
    config.clock = it->modes & OWN_CLOCK ? read_clock : NULL;
    config.free_threaded = (it->modes & FREE_THREADED) != 0;
    config.checked = (it->modes & CHECKED) != 0;
    config.trace = (it->modes & TRACED) != 0;
    CHECK(_bt_lock_init(&config) == 0);
    it->run();
    return 0;
}

/// Run a case in a child: its exit status, and what it wrote to standard error.
static int spawn(const char *program, const char *name, BtLockScheduler scheduler, int is_portable, char *output,
                 size_t room)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return -1;
    }
    pid_t child = fork();
    if (child == 0) {
        char number[2] = {(char)('0' + scheduler), 0};
        signal(SIGINT, SIG_DFL);  // shells have background jobs ignore it, and the runtime lets it be ignored
        dup2(ends[1], 2);
        close(ends[0]);
        execl(program, program, "--case", name, number, is_portable ? "1" : "0", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    size_t length = 0;
    ssize_t count;
    char scratch[4096];
    while ((count = read(ends[0], length < room - 1 ? output + length : scratch,
                         length < room - 1 ? room - 1 - length : sizeof scratch)) > 0) {
        length += length < room - 1 ? (size_t)count : 0;
    }
    output[length] = 0;
    close(ends[0]);
    int status = -1;
    waitpid(child, &status, 0);
    return status;
}

static int is_as_expected(const Case *it, int status, const char *output)
{
    if (it->dies != NULL) {
        return !(WIFEXITED(status) && WEXITSTATUS(status) == 0) && strstr(output, it->dies) != NULL;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(int count, char **words)
{
    if (count == 5 && strcmp(words[1], "--case") == 0) {
        return run_case(words[2], (BtLockScheduler)(words[3][0] - '0'), words[4][0] == '1');
    }
    const char *only = count > 1 ? words[1] : NULL;
    int passed = 0, failed = 0;
    static char output[1 << 16];
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        for (const Case *it = tables[i]; it->name != NULL; it++) {
            if ((only != NULL && strstr(it->name, only) == NULL) || (HAS_TSAN && (it->modes & MANY_THREADS_AFTER_FORK))) {
                continue;
            }
            for (int scheduler = 0; scheduler < 3; scheduler++) {
                for (int is_portable = 0; is_portable < 2; is_portable++) {
                    if ((it->modes & (1 << scheduler)) == 0 || (is_portable && (it->modes & LAZY_ONLY))) {
                        continue;
                    }
                    int status = spawn(words[0], it->name, (BtLockScheduler)scheduler, is_portable, output, sizeof output);
                    int is_right = is_as_expected(it, status, output);
                    printf("%s %s (%s%s)\n", is_right ? "ok" : "not ok", it->name,
                           BtLock_GetSchedulerName((BtLockScheduler)scheduler), is_portable ? ", portable" : "");
                    if (!is_right) {
                        printf("    status %d; expected %s; standard error:\n%s\n", status,
                               it->dies != NULL ? it->dies : "success", output);
                    }
                    fflush(stdout);
                    passed += is_right;
                    failed += !is_right;
                }
            }
        }
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed != 0 ? 0 : 1;
}

#include "Screen.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A Swift trap (SIGILL, SIGTRAP) or any other fatal signal must not leave the terminal raw. The
   handlers give it back, put the previous handler in place and let the signal come again, so that
   the backtrace is printed on a usable screen. */

static const int fatal_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { FATAL_COUNT = sizeof fatal_signals / sizeof *fatal_signals };

static struct sigaction previous[FATAL_COUNT];
static struct termios saved_modes;
static int guarded_output = -1;
static char restore_sequence[256];
static volatile sig_atomic_t armed;
static volatile sig_atomic_t title_saved;
/* XTWINOPS: takes the window's title from the terminal's stack. */
static const char title_back[] = "\033[23;2t";
static char alternate_stack[65536];

void cn_restore_now(void) {
  if (!armed) return;
  armed = 0;
  int error = errno;
  tcsetattr(guarded_output, TCSANOW, &saved_modes);
  /* A stalled link must not hold up the end: what cannot be written soon is not written. */
  struct pollfd ready = {.fd = guarded_output, .events = POLLOUT};
  if (poll(&ready, 1, 100) == 1 && (ready.revents & POLLOUT)) {
    /* Before the other modes, some of which take a title from that stack too. */
    ssize_t ignored = title_saved ? write(guarded_output, title_back, sizeof title_back - 1) : 0;
    ignored = write(guarded_output, restore_sequence, strlen(restore_sequence));
    (void)ignored;
  }
  errno = error;
}

static void handle_fatal(int signal_number, siginfo_t *info, void *context) {
  (void)context;
  cn_restore_now();
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (fatal_signals[i] == signal_number) sigaction(signal_number, &previous[i], NULL);
  }
  /* A fault comes again by itself when its instruction is run again. One that was sent does not, nor
     does a breakpoint on x86, where the next instruction would be run. */
  if (info->si_code <= 0 || signal_number == SIGTRAP) raise(signal_number);
}

bool guard_install(int output, const struct termios *saved) {
  saved_modes = *saved;
  guarded_output = output;
  stack_t stack;
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
    stack = (stack_t){.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_sigaction = handle_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (sigaction(fatal_signals[i], &action, &previous[i]) != 0) return false;
  }
  return true;
}

void guard_set_sequence(const char *sequence) {
  strncpy(restore_sequence, sequence, sizeof restore_sequence - 1);
}

void cn_title_saved(bool saved) { title_saved = saved; }

void guard_arm(bool on) { armed = on; }

void guard_remove(void) {
  armed = 0;
  for (int i = 0; i < FATAL_COUNT; i++) {
    struct sigaction now;
    if (sigaction(fatal_signals[i], NULL, &now) == 0 && now.sa_sigaction == handle_fatal)
      sigaction(fatal_signals[i], &previous[i], NULL);
  }
}

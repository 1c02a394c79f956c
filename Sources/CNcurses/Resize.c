#define _GNU_SOURCE /* pipe2 */
#include "Screen.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A pipe of our own in place of ncurses' flag: whichever thread gets WINCH and whenever it comes, the
   poll loop wakes. */

static int resize_pipe[2] = {-1, -1};
static struct sigaction previous_winch;

static void handle_winch(int signal_number) {
  (void)signal_number;
  ssize_t ignored = write(resize_pipe[1], "", 1);
  (void)ignored;
}

bool resize_watch(void) {
  if (pipe2(resize_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  struct sigaction action = {.sa_handler = handle_winch, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  return sigaction(SIGWINCH, &action, &previous_winch) == 0;
}

void resize_unwatch(void) {
  if (resize_pipe[0] < 0) return;
  sigaction(SIGWINCH, &previous_winch, NULL);
  close(resize_pipe[0]);
  close(resize_pipe[1]);
  resize_pipe[0] = resize_pipe[1] = -1;
}

int cn_resize_descriptor(void) { return resize_pipe[0]; }

bool cn_sync_size(int *columns, int *rows) {
  char drained[64];
  bool told = false;
  while (read(resize_pipe[0], drained, sizeof drained) > 0) told = true;
  struct winsize window;
  bool known = ioctl(output_descriptor, TIOCGWINSZ, &window) == 0 && window.ws_row && window.ws_col;
  bool changed = known && (window.ws_row != LINES || window.ws_col != COLS);
  /* Not resizeterm, which would also push a key. */
  if (changed) resize_term(window.ws_row, window.ws_col);
  /* What was sent for the old size has been cut or wrapped by the terminal, also where the size is the
     old one again: nothing ncurses believes to be there can be relied on. */
  if (changed || told) clearok(curscr, true);
  *columns = COLS;
  *rows = LINES;
  return changed || told;
}

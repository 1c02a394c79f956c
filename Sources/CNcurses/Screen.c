#define _GNU_SOURCE /* dup3 */
#include "Screen.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncursesw/term.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static SCREEN *screen;
WINDOW *key_window;
static FILE *input_file, *output_file;
static int input_descriptor = -1;
int output_descriptor = -1;

/* Bracketed paste and focus events; the mouse, and its reports in decimal numbers. */
static const char modes_on[] = "\033[?2004h\033[?1004h";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1000l\033[?1006l";
static const char modes_off[] = "\033[?2004l\033[?1004l\033[?1000l\033[?1006l";
static bool mouse_wanted;

bool cn_set_locale(void) {
  const char *codeset = "";
  if (setlocale(LC_CTYPE, "")) codeset = nl_langinfo(CODESET);
  return strcmp(codeset, "UTF-8") == 0 || setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

/* Appends a capability without its padding ("$<50>"). */
static void append_capability(char *sequence, size_t size, const char *name) {
  const char *value = tigetstr(name);
  if (value == NULL || value == (char *)-1) return;
  size_t length = strlen(sequence);
  while (*value && length + 1 < size) {
    if (value[0] == '$' && value[1] == '<' && strchr(value, '>')) {
      value = strchr(value, '>') + 1;
      continue;
    }
    sequence[length++] = *value++;
  }
  sequence[length] = 0;
}

static void prepare_guard_sequence(void) {
  char sequence[256];
  strcpy(sequence, modes_off);
  static const char *const names[] = {"rmkx", "sgr0", "rmcup", "cnorm"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    append_capability(sequence, sizeof sequence, names[i]);
  guard_set_sequence(sequence);
}

/* Ctrl-S and Ctrl-Q are keys; so are Ctrl-Z (the program has locks to give back before it stops) and
   Ctrl-\. Ctrl-C stays a signal. */
static void set_modes(void) {
  cbreak();
  noecho();
  nonl();
  struct termios modes;
  if (tcgetattr(input_descriptor, &modes) != 0) return;
  modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  modes.c_cc[VSUSP] = modes.c_cc[VQUIT] = _POSIX_VDISABLE;
  tcsetattr(input_descriptor, TCSANOW, &modes);
  def_prog_mode();
}

static FILE *open_copy(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  return copy < 0 ? NULL : fdopen(copy, mode);
}

static void release(void) {
  guard_remove();
  if (key_window) delwin(key_window);
  if (screen) delscreen(screen);
  if (input_file) fclose(input_file);
  if (output_file) fclose(output_file);
  resize_unwatch();
  screen = NULL;
  key_window = NULL;
  input_file = output_file = NULL;
}

/* newterm takes INT, TERM and TSTP where they have their default action; here they keep it, for the
   program ends and stops in its own way. */
static SCREEN *new_screen(const char *term) {
  static const int kept[] = {SIGINT, SIGTERM, SIGTSTP};
  struct sigaction before[3];
  for (int i = 0; i < 3; i++) sigaction(kept[i], NULL, &before[i]);
  SCREEN *made = newterm(term, output_file, input_file);
  for (int i = 0; i < 3; i++) sigaction(kept[i], &before[i], NULL);
  return made;
}

/* A screen that was never left sends each move of the cursor by itself (ncurses 6.4: _nc_mvcur): twenty
   writes a picture. So it is left and entered once, where nobody sees it. */
static void leave_once(void) {
  int descriptor = fileno(output_file), kept = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0) {
    dup3(nowhere, descriptor, O_CLOEXEC);
    endwin();
    dup3(kept, descriptor, O_CLOEXEC);
    doupdate();
  }
  if (kept >= 0) close(kept);
  if (nowhere >= 0) close(nowhere);
}

enum cn_failure cn_open(int input, int output, const char *term, int escape_delay_ms) {
  if (screen) return CN_ALREADY_OPEN;
  struct termios saved;
  if (!isatty(output) || tcgetattr(input, &saved) != 0) return CN_NOT_A_TERMINAL;
  int status;
  if (setupterm(term, output, &status) != OK) return CN_UNKNOWN_TERMINAL;
  const char *placement = tigetstr("cup");
  if (placement == NULL || placement == (char *)-1) return CN_TOO_SIMPLE;

  input_descriptor = input;
  output_descriptor = output;
  input_file = open_copy(input, "r");
  output_file = open_copy(output, "w");
  prepare_guard_sequence();
  bool ready = input_file && output_file && resize_watch() && guard_install(output, &saved);
  guard_arm(ready);
  if (ready) screen = new_screen(term);
  if (screen) key_window = newpad(1, 1);
  if (key_window == NULL) {
    release();
    return CN_NO_MEMORY;
  }
  set_modes();
  set_escdelay(escape_delay_ms);
  keypad(key_window, true);
  nodelay(key_window, true);
  /* All keys that wait have been read when a picture is sent: none is left half drawn for another. */
  typeahead(-1);
  keys_define();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  leave_once();
  mouse_wanted = false;
  cn_send(modes_on);
  return CN_OPENED;
}

void cn_close(void) {
  if (screen == NULL) return;
  cn_send(modes_off);
  endwin();
  release();
}

void cn_suspend(void) {
  if (screen == NULL) return;
  cn_send(modes_off);
  endwin();
  guard_arm(false);
  struct sigaction standard = {.sa_handler = SIG_DFL}, before;
  sigset_t stop, blocked;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &standard, &before);
  pthread_sigmask(SIG_UNBLOCK, &stop, &blocked);
  /* The whole group, as Ctrl-Z would: a parent in it (make, a pipe) has to stop as well. TSTP, not
     STOP: the kernel drops it where no shell could ever continue us. */
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &blocked, NULL);
  sigaction(SIGTSTP, &before, NULL);
}

void cn_resume(void) {
  if (screen == NULL) return;
  guard_arm(true);
  reset_prog_mode();
  cn_send(modes_on);
  if (mouse_wanted) cn_send(mouse_on);
  clearok(curscr, true);
}

void cn_send(const char *sequence) {
  size_t left = strlen(sequence);
  while (left > 0) {
    ssize_t written = write(output_descriptor, sequence, left);
    if (written <= 0) return;
    sequence += written;
    left -= (size_t)written;
  }
}

void cn_set_mouse(bool on) {
  if (screen == NULL || on == mouse_wanted) return;
  mouse_wanted = on;
  cn_send(on ? mouse_on : mouse_off);
}

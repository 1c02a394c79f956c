#define _XOPEN_SOURCE 700 /* wcwidth */
#include "include/CNcurses.h"

#include <wchar.h>

int cn_colors(void) { return has_colors() ? COLORS : 0; }

bool cn_define_pair(int pair, int foreground, int background) {
  return init_pair((short)pair, (short)foreground, (short)background) == OK;
}

int cn_libc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_put(int row, int column, uint32_t base, uint32_t mark, uint32_t second_mark,
            uint32_t third_mark, int width, unsigned attributes, int pair) {
  attr_t look = A_NORMAL;
  if (attributes & CN_BOLD) look |= A_BOLD;
  if (attributes & CN_DIM) look |= A_DIM;
  if (attributes & CN_UNDERLINE) look |= A_UNDERLINE;
  if (attributes & CN_REVERSE) look |= A_REVERSE;
  wchar_t text[5] = {(wchar_t)base, (wchar_t)mark, (wchar_t)second_mark, (wchar_t)third_mark, 0};
  /* A libc that sees another width would push the row aside: it gets something of the right one. */
  if (cn_libc_width(base) != width) text[0] = 0xFFFD, text[1] = 0;
  cchar_t cell;
  if (setcchar(&cell, text, look, (short)pair, NULL) != OK) {
    text[1] = 0;
    setcchar(&cell, text, look, (short)pair, NULL);
  }
  mvwadd_wch(stdscr, row, column, &cell);
  if (width == 2 && text[0] == 0xFFFD) {
    text[0] = L' ';
    setcchar(&cell, text, look, (short)pair, NULL);
    mvwadd_wch(stdscr, row, column + 1, &cell);
  }
}

void cn_update(int row, int column) {
  curs_set(row >= 0);
  if (row >= 0) wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_repaint(void) { clearok(curscr, true); }

void cn_flash(void) { flash(); }

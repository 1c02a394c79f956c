#ifndef SCREEN_H
#define SCREEN_H

#include <stdbool.h>
#include <termios.h>

#include "include/CNcurses.h"

/* Keys are read through a pad: reading through stdscr would refresh it. */
extern WINDOW *key_window;
extern int output_descriptor;

void keys_define(void);

bool resize_watch(void);
void resize_unwatch(void);

/* The fatal-signal guard: what it needs is laid down before ncurses touches the terminal. */
bool guard_install(int output, const struct termios *saved);
/* The sequence that undoes the screen's modes, made from terminfo after it is known. */
void guard_set_sequence(const char *sequence);
void guard_arm(bool armed);
void guard_remove(void);

#endif

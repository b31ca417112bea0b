/*
 * floor: the least that a server can do for the bytes of this protocol. What the suite's servers
 * cost is told as a multiple of it, since seconds differ from machine to machine and this does
 * not: one thread, epoll, one read for a connection that is ready, one write for what it is owed.
 *
 *   floor echo PORT    sends every frame back (what echo-server does)
 *   floor chat PORT    logs in whoever asks, lets in, and passes on what is said (chat-server)
 *
 * It is no server for anything else. It checks sizes and nothing more, remembers no names, has no
 * limits and no time-outs, and waits in a loop for a client that does not read.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HEADER = 5, MAX_SIZE = 8192, MAX_EVENTS = 512, MAX_ROOMS = 65536 };
enum { LOGIN_REQ = 701, LOGIN_RES, ENTER_REQ = 721, ENTER_RES,
       CHAT_REQ = 731, CHAT_RES, CHAT_NTF };

typedef struct connection {
  int fd;
  int room; /* -1: in none */
  uint64_t room_user;
  size_t received;
  uint8_t in[2 * MAX_SIZE];
  uint8_t *out; /* what it is owed at the end of this round */
  size_t owed, capacity;
} connection;

typedef struct room {
  connection **users;
  int count, capacity;
  uint64_t last_id;
} room;

static room rooms[MAX_ROOMS];
static connection **owing; /* those with something in `out` */
static int owing_count, owing_capacity;

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void *grown(void *array, size_t bytes) {
  array = realloc(array, bytes);
  if (!array) die("memory");
  return array;
}

static uint16_t u16(const uint8_t *at) {
  return (uint16_t)(at[0] | at[1] << 8);
}

/* Writes all of it. False when the connection is gone. */
static int send_all(int fd, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = send(fd, bytes, count, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) return 0;
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    }
  }
  return 1;
}

/* Appends a header to what the connection is owed, and returns where its body goes. */
static uint8_t *frame(connection *to, int id, int body) {
  size_t size = (size_t)(HEADER + body);
  if (to->owed + size > to->capacity) {
    to->capacity = 2 * (to->owed + size);
    to->out = grown(to->out, to->capacity);
  }
  if (to->owed == 0) {
    if (owing_count == owing_capacity) {
      owing_capacity = 2 * owing_capacity + 64;
      owing = grown(owing, (size_t)owing_capacity * sizeof *owing);
    }
    owing[owing_count++] = to;
  }
  uint8_t *at = to->out + to->owed;
  to->owed += size;
  at[0] = (uint8_t)size;
  at[1] = (uint8_t)(size >> 8);
  at[2] = (uint8_t)id;
  at[3] = (uint8_t)(id >> 8);
  at[4] = 0;
  return at + HEADER;
}

static void result(connection *to, int id) {
  memcpy(frame(to, id, 2), "\1\0", 2);
}

static void enter(connection *user, const uint8_t *body) {
  int32_t number;
  memcpy(&number, body, 4);
  user->room = number & (MAX_ROOMS - 1);
  room *in = &rooms[user->room];
  if (in->count == in->capacity) {
    in->capacity = 2 * in->capacity + 4;
    in->users = grown(in->users, (size_t)in->capacity * sizeof *in->users);
  }
  in->users[in->count++] = user;
  user->room_user = ++in->last_id;
  uint8_t *out = frame(user, ENTER_RES, 14);
  memcpy(out, "\1\0", 2);
  memcpy(out + 2, &number, 4);
  memcpy(out + 6, &user->room_user, 8);
}

static void say(connection *user, const uint8_t *body, int length) {
  room *in = &rooms[user->room];
  for (int i = 0; i < in->count; i++) {
    uint8_t *out = frame(in->users[i], CHAT_NTF, 8 + length);
    memcpy(out, &user->room_user, 8);
    memcpy(out + 8, body, (size_t)length);
  }
  result(user, CHAT_RES);
}

/* Gone from its room and from those that are owed something, so nothing points to it any more. */
static void hang_up(connection *gone) {
  if (gone->room >= 0) {
    room *in = &rooms[gone->room];
    for (int i = 0; i < in->count; i++)
      if (in->users[i] == gone) in->users[i--] = in->users[--in->count];
  }
  for (int i = 0; i < owing_count; i++)
    if (owing[i] == gone) owing[i--] = owing[--owing_count];
  close(gone->fd);
  free(gone->out);
  free(gone);
}

/* Takes one chat frame. False when its sender is to be hung up on. */
static int chat(connection *from, int id, const uint8_t *body, int length) {
  if (id == LOGIN_REQ) {
    result(from, LOGIN_RES);
  } else if (id == ENTER_REQ && length == 4 && from->room < 0) {
    enter(from, body);
  } else if (id == CHAT_REQ && from->room >= 0) {
    say(from, body, length);
  } else {
    return 0;
  }
  return 1;
}

/* Reads once, and takes all frames that are whole. False when the connection is over. */
static int serve(connection *from, int is_chat) {
  ssize_t read_now = read(from->fd, from->in + from->received, sizeof from->in - from->received);
  if (read_now <= 0) return read_now < 0 && errno == EAGAIN;
  from->received += (size_t)read_now;
  size_t done = 0;
  while (from->received - done >= HEADER) {
    uint8_t *at = from->in + done;
    size_t size = u16(at);
    if (size < HEADER || size > MAX_SIZE) return 0;
    if (from->received - done < size) break;
    if (is_chat && !chat(from, u16(at + 2), at + HEADER, (int)size - HEADER)) return 0;
    done += size;
  }
  if (!is_chat && !send_all(from->fd, from->in, done)) return 0;
  from->received -= done;
  memmove(from->in, from->in + done, from->received);
  return 1;
}

/* One write for each connection that is owed something, at the end of a round. */
static void pay(void) {
  for (int i = 0; i < owing_count; i++) {
    connection *to = owing[i];
    send_all(to->fd, to->out, to->owed); /* Of one that is gone the next read tells. */
    to->owed = 0;
  }
  owing_count = 0;
}

static void await(int poll, int fd, void *tag) {
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = tag};
  if (epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event)) die("epoll");
}

static void accept_all(int poll, int listener) {
  int fd, on = 1;
  while ((fd = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0) {
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connection *new = grown(0, sizeof *new);
    memset(new, 0, sizeof *new);
    new->fd = fd;
    new->room = -1;
    await(poll, fd, new);
  }
}

static int listen_on(int port) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(listener, (struct sockaddr *)&at, sizeof at) || listen(listener, 4096)) die("listen");
  return listener;
}

int main(int argc, char **argv) {
  if (argc != 3 || (strcmp(argv[1], "echo") && strcmp(argv[1], "chat"))) {
    fprintf(stderr, "usage: floor echo|chat PORT\n");
    return 2;
  }
  int is_chat = !strcmp(argv[1], "chat");
  int listener = listen_on(atoi(argv[2]));
  int poll = epoll_create1(0);
  struct epoll_event events[MAX_EVENTS];
  await(poll, listener, 0);
  for (;;) {
    int ready = epoll_wait(poll, events, MAX_EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      connection *from = events[i].data.ptr;
      if (!from) {
        accept_all(poll, listener);
      } else if (!serve(from, is_chat)) {
        hang_up(from);
      }
    }
    pay();
  }
}

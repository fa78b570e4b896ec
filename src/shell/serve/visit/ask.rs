//! What a guest may ask for: a screen, or a command that is lent out.

use std::sync::Arc;

use russh::ChannelId;
use russh::server::{Handle, Session};
use tokio::sync::mpsc;

use super::{Seat, Terminal, Visit};
use crate::app::guest::Layout;
use crate::shell::args::{Settings, WIDTHS};
use crate::shell::reviewer::Reviewer;
use crate::shell::serve::Door;
use crate::shell::serve::call::{Called, call};
use crate::shell::serve::guest::{Inbox, OUT, Out, Visitor};
use crate::shell::serve::hall::{Arrival, Word};
use crate::shell::serve::keys::Screen;
use crate::shell::terminal::depth::Claims;
use crate::view::linear;
use crate::words::door::{Denied, Logged};

/// Pieces in which an answer is sent: the next one goes when the client has taken this one.
const PIECE: usize = 16 << 10;

impl Visit {
    /// A seat in the hall: with pictures for whoever has a terminal, in lines for who has none, or one that
    /// draws nothing.
    pub(super) async fn sit_down(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        let Some(guest) = &self.guest else { return session.channel_failure(channel) };
        if let Err(why) = &guest.place {
            let why = why.clone();
            return self.say_no(channel, session, &why).await;
        }
        let member = guest.member.clone();
        if self.called || self.seat.is_some() {
            return self.say_no(channel, session, &Denied::OneOnly).await;
        }
        let (layout, size, term) = match &self.terminal {
            None => (Layout::Lines, linear::SIZE, String::new()),
            Some(terminal) if !can_draw(terminal) => (Layout::Lines, linear::SIZE, "dumb".into()),
            Some(Terminal { term, size }) => (Layout::Screen, *size, term.clone()),
        };
        if layout == Layout::Screen && member.screen == Screen::Forbidden {
            return self.say_no(channel, session, &Denied::NoScreen).await;
        }
        let (who, (columns, rows)) = (self.who(), size);
        self.door.log.say(&match layout {
            Layout::Lines => Logged::Lines { who },
            _ => Logged::Seat { who, size: format!("{columns}x{rows}"), term: term.clone() },
        });
        let id = self.door.next_guest();
        self.door.members.sit(guest.number, id);
        let inbox = Arc::new(Inbox::default());
        let (outlet, outs) = mpsc::channel(OUT);
        let who = Reviewer::of_key(&member.name, &member.fingerprint);
        let visitor = Visitor { who, size, term, lang: self.door.lang, layout };
        self.seat = Some(Seat { id, inbox: Arc::clone(&inbox), layout });
        self.door.porter(Word::Came(Box::new(Arrival { id, visitor, inbox, outlet })));
        session.channel_success(channel)?;
        let (door, handle, busy) = (Arc::clone(&self.door), session.handle(), self.busy.begin());
        tokio::spawn(async move {
            send_frames(outs, &handle, channel, &door).await;
            drop(busy);
        });
        Ok(())
    }

    /// Answers a command.
    pub(super) async fn call(
        &mut self,
        channel: ChannelId,
        line: &[u8],
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        let Some(guest) = &self.guest else { return session.channel_failure(channel) };
        if let Err(why) = &guest.place {
            let why = why.clone();
            return self.say_no(channel, session, &why).await;
        }
        if self.called || self.seat.is_some() {
            return self.say_no(channel, session, &Denied::OneOnly).await;
        }
        self.answer(channel, session, line.to_vec())
    }

    fn answer(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
        line: Vec<u8>,
    ) -> Result<(), russh::Error> {
        self.called = true;
        session.channel_success(channel)?;
        let (door, handle, who) = (Arc::clone(&self.door), session.handle(), self.who());
        let (on_terminal, busy) = (self.terminal.is_some(), self.busy.begin());
        let mut settings = self.door.settings.clone();
        if let Some(terminal) = &self.terminal {
            settings.width = Some(terminal.size.0).filter(|columns| WIDTHS.contains(columns));
        }
        tokio::spawn(async move {
            let command = String::from_utf8_lossy(&line).into_owned();
            let called = answered(&door, line, settings).await;
            let code = called.code.to_string();
            door.log.say(&Logged::Called { who, command, code });
            let _ = send_answer(&called, &handle, channel, on_terminal).await;
            drop(busy);
        });
        Ok(())
    }
}

/// A few commands at a time, each away from the thread that serves everybody.
async fn answered(door: &Arc<Door>, line: Vec<u8>, settings: Settings) -> Called {
    let lang = settings.lang;
    let Ok(_turn) = door.calls.acquire().await else { return Called::default() };
    let answered = tokio::task::spawn_blocking(move || call(&line, &settings)).await;
    answered.unwrap_or_else(|_| Called {
        told: format!("yiding: {}\n", Denied::Broke.text(lang)),
        code: 70,
        ..Called::default()
    })
}

/// An error means that the client is gone.
async fn send_answer(
    called: &Called,
    handle: &Handle,
    channel: ChannelId,
    on_terminal: bool,
) -> Result<(), ()> {
    let lines = |text: &str| if on_terminal { text.replace('\n', "\r\n") } else { text.to_owned() };
    for piece in lines(&called.text).as_bytes().chunks(PIECE) {
        handle.data(channel, piece.to_vec()).await.map_err(drop)?;
    }
    if !called.told.is_empty() {
        let told = lines(&called.told).into_bytes();
        handle.extended_data(channel, 1, told).await.map_err(drop)?;
    }
    end(handle, channel, u32::from(called.code)).await
}

/// Frames from the hall to the client, one at a time: the next is asked for when this one is out.
async fn send_frames(
    mut outs: mpsc::Receiver<Out>,
    handle: &Handle,
    channel: ChannelId,
    door: &Door,
) {
    while let Some(out) = outs.recv().await {
        let sent = match out {
            Out::Frame(bytes) => handle.data(channel, bytes).await.is_ok(),
            Out::End(bytes, code) => {
                let _ = handle.data(channel, bytes).await;
                let _ = end(handle, channel, code).await;
                return;
            }
        };
        if !sent {
            break;
        }
        door.porter(Word::Ready);
    }
    let _ = handle.close(channel).await;
}

async fn end(handle: &Handle, channel: ChannelId, code: u32) -> Result<(), ()> {
    handle.exit_status_request(channel, code).await?;
    handle.eof(channel).await?;
    handle.close(channel).await
}

fn can_draw(terminal: &Terminal) -> bool {
    Claims { term: terminal.term.clone(), ..Claims::default() }.can_draw()
}

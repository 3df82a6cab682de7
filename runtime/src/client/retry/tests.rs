//! When a call is sent again, on time that stands still.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::collections::VecDeque;
use std::sync::Mutex;

use super::*;

const SECOND: Duration = Duration::from_secs(1);

/// What the endpoints do, call after call.
#[derive(Clone, Copy)]
enum Does {
    Answer(u16),
    Wish(u64),
    Unreachable,
    BreakOff,
    Hopeless,
}

struct Script {
    steps: Mutex<VecDeque<Does>>,
    endpoints: usize,
    repeatable: bool,
    called: Mutex<Vec<usize>>,
}

impl Script {
    fn new(endpoints: usize, repeatable: bool, steps: &[Does]) -> Self {
        Self {
            steps: Mutex::new(steps.iter().copied().collect()),
            endpoints,
            repeatable,
            called: Mutex::new(Vec::new()),
        }
    }

    /// The endpoints that were called, the status at the end, and how long it took.
    async fn run(&self, retry: Retry, deadline: Duration) -> (Vec<usize>, Option<u16>, Duration) {
        let start = Instant::now();
        let outcome = run(self, &retry, start + deadline).await;
        let status = outcome.ok().map(|answer| answer.status);
        (self.called.lock().unwrap().clone(), status, start.elapsed())
    }
}

impl Attempts for Script {
    fn endpoints(&self) -> usize {
        self.endpoints
    }

    fn is_repeatable(&self) -> bool {
        self.repeatable
    }

    async fn attempt(&self, endpoint: usize) -> Result<Answer, Trouble> {
        self.called.lock().unwrap().push(endpoint);
        let error = ClientError::AnswerTooLong;
        let answer = |status, headers| Answer {
            status,
            headers,
            body: Vec::new(),
        };
        match self.steps.lock().unwrap().pop_front().unwrap() {
            Does::Answer(status) => Ok(answer(status, Vec::new())),
            Does::Wish(seconds) => {
                let wish = ("retry-after".to_owned(), seconds.to_string());
                Ok(answer(503, vec![wish]))
            }
            Does::Unreachable => Err(Trouble::Unsent(error)),
            Does::BreakOff => Err(Trouble::Lost(error)),
            Does::Hopeless => Err(Trouble::Hopeless(error)),
        }
    }

    fn is_passing(&self, answer: &Answer) -> bool {
        answer.status == 503
    }

    fn wish(&self, answer: &Answer) -> Option<Duration> {
        let seconds = answer.header("Retry-After")?.parse().ok()?;
        Some(Duration::from_secs(seconds))
    }

    fn report(&self, _event: &Event<'_>) {}
}

fn retry(tries: u32) -> Retry {
    Retry::times(tries).pauses(SECOND, 4 * SECOND)
}

#[tokio::test(start_paused = true)]
async fn a_call_that_may_be_repeated_is_repeated() {
    let steps = [Does::Answer(503), Does::BreakOff, Does::Answer(200)];
    let script = Script::new(1, true, &steps);
    let (called, status, took) = script.run(retry(3), 60 * SECOND).await;
    assert_eq!((called.len(), status), (3, Some(200)));
    // Half to all of one second, then of two.
    assert!(took >= SECOND * 3 / 2 && took <= SECOND * 3, "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn tries_come_to_an_end() {
    let script = Script::new(1, true, &[Does::Answer(503); 9]);
    let (called, status, _) = script.run(retry(4), 600 * SECOND).await;
    assert_eq!((called.len(), status), (4, Some(503)));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_may_not_be_repeated_is_sent_once() {
    for step in [
        Does::Answer(503),
        Does::Wish(0),
        Does::BreakOff,
        Does::Hopeless,
    ] {
        let script = Script::new(2, false, &[step]);
        let (called, ..) = script.run(retry(3), 60 * SECOND).await;
        assert_eq!(called, [0]);
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_never_sent_goes_to_the_other_address_and_is_tried_again() {
    let steps = [
        Does::Unreachable,
        Does::Unreachable,
        Does::Unreachable,
        Does::Answer(200),
    ];
    let script = Script::new(2, false, &steps);
    let (called, status, _) = script.run(retry(3), 60 * SECOND).await;
    assert_eq!((called, status), (vec![0, 1, 0, 1], Some(200)));
}

#[tokio::test(start_paused = true)]
async fn only_a_repeatable_call_goes_to_the_other_address_after_it_was_sent() {
    let script = Script::new(2, true, &[Does::BreakOff, Does::Answer(200)]);
    let (called, status, took) = script.run(retry(1), 60 * SECOND).await;
    assert_eq!(
        (called, status, took),
        (vec![0, 1], Some(200), Duration::ZERO)
    );
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_no_reason_to_ask_the_other_address() {
    let script = Script::new(2, true, &[Does::Answer(500)]);
    let (called, status, _) = script.run(retry(3), 60 * SECOND).await;
    assert_eq!((called, status), (vec![0], Some(500)));
}

#[tokio::test(start_paused = true)]
async fn the_wish_of_the_other_side_counts() {
    let script = Script::new(1, true, &[Does::Wish(7), Does::Answer(200)]);
    let (called, status, took) = script.run(retry(3), 60 * SECOND).await;
    assert_eq!((called.len(), status, took), (2, Some(200), 7 * SECOND));
}

#[tokio::test(start_paused = true)]
async fn what_would_come_after_the_deadline_is_not_waited_for() {
    let script = Script::new(1, true, &[Does::Wish(3600)]);
    let (called, status, took) = script.run(retry(3), 60 * SECOND).await;
    assert_eq!((called.len(), status, took), (1, Some(503), Duration::ZERO));
}

#[test]
fn pauses_double_up_to_the_longest() {
    for (tries, whole) in [(1, 1), (2, 2), (3, 4), (4, 4), (u32::MAX, 4)] {
        for _ in 0..50 {
            let pause = retry(9).pause(tries);
            assert!(
                pause >= whole * SECOND / 2 && pause <= whole * SECOND,
                "{pause:?}"
            );
        }
    }
}

//! Keeps everything that is traced in this process.

use std::fmt::{Debug, Write as _};
use std::sync::{Mutex, Once};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static TRACED: Mutex<String> = Mutex::new(String::new());
static INSTALLED: Once = Once::new();

/// Starts to keep events. To call it again does nothing.
pub(crate) fn install() {
    INSTALLED.call_once(|| tracing::subscriber::set_global_default(Everything).unwrap());
}

/// What was traced until now, by every test.
pub(crate) fn traced() -> String {
    TRACED.lock().unwrap().clone()
}

struct Everything;

/// Writes fields as they come.
struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, " {}={value:?}", field.name()).unwrap();
    }
}

impl Subscriber for Everything {
    fn enabled(&self, _metadata: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Fields(&mut TRACED.lock().unwrap()));
        Id::from_u64(1)
    }

    fn record(&self, _span: &Id, values: &Record<'_>) {
        values.record(&mut Fields(&mut TRACED.lock().unwrap()));
    }

    fn event(&self, event: &Event<'_>) {
        let mut traced = TRACED.lock().unwrap();
        traced.push_str(event.metadata().target());
        event.record(&mut Fields(&mut traced));
        traced.push('\n');
    }

    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

    fn enter(&self, _span: &Id) {}

    fn exit(&self, _span: &Id) {}
}

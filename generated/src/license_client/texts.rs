// Written by `koo generate`; do not edit.

//! Texts that are put together from parts.

use koo_runtime::Redact;
use koo_runtime::composed::{ComposedError, Layout, LetterCase, Part};

/// Device fingerprint.
///
/// What an application hands over to get a license that is bound to its device.
///
/// ```text
/// {macAddresses}|{diskSerials}|{boardSerial}|{cpuSerial}
/// ```
///
/// Such as `04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672`.
///
/// A request for a license takes at most 1024 characters of it.
///
/// Sites: mainland; source: `zh-cn_topic_0070649268`.
#[derive(Clone, Default, PartialEq, Eq, Redact)]
pub struct DeviceFingerprint {
    /// MAC addresses.
    #[redact]
    pub mac_addresses: Vec<String>,
    /// Serial numbers of disks.
    #[redact]
    pub disk_serials: Vec<String>,
    /// Serial number of the board.
    #[redact]
    pub board_serial: Option<String>,
    /// Serial number of the processor.
    #[redact]
    pub cpu_serial: Option<String>,
}

impl DeviceFingerprint {
    /// How the text is put together.
    pub const LAYOUT: Layout<'static> = Layout {
        separator: "|",
        parts: &[
            Part {
                name: "macAddresses",
                separator: Some(","),
            },
            Part {
                name: "diskSerials",
                separator: Some(","),
            },
            Part {
                name: "boardSerial",
                separator: None,
            },
            Part {
                name: "cpuSerial",
                separator: None,
            },
        ],
        letter_case: LetterCase::Upper,
        max_bytes: Some(5000),
    };

    /// The text, its letters in the right case.
    ///
    /// An error if a part holds a separator, or the whole is too long.
    pub fn compose(&self) -> Result<String, ComposedError> {
        let parts = [
            self.mac_addresses.as_slice(),
            self.disk_serials.as_slice(),
            self.board_serial.as_slice(),
            self.cpu_serial.as_slice(),
        ];
        Self::LAYOUT.compose(&parts)
    }

    /// Takes a text apart, and refuses one that breaks a rule.
    pub fn parse(text: &str) -> Result<Self, ComposedError> {
        let [mac_addresses, disk_serials, board_serial, cpu_serial] =
            Self::LAYOUT.split_into(text)?;
        Ok(Self {
            mac_addresses,
            disk_serials,
            board_serial: board_serial.into_iter().next(),
            cpu_serial: cpu_serial.into_iter().next(),
        })
    }
}

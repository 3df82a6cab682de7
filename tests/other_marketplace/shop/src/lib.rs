//! A seller on a marketplace that does not exist, built on nothing but generated code.

use lantern::runtime::call::{Call, Refusal};
use lantern::subscriptions::server::{Answer, Merchant};
use lantern::subscriptions::{
    ResultCode, SubscriptionClosedReply, SubscriptionClosedRequest, SubscriptionOpenedReply,
    SubscriptionOpenedRequest,
};

/// Opens every subscription; a seat at an address of this length.
pub struct Shop {
    pub seat_url_length: usize,
}

impl Merchant for Shop {
    async fn subscription_opened(
        &self,
        call: Call<SubscriptionOpenedRequest>,
    ) -> Answer<SubscriptionOpenedReply> {
        assert_eq!(call.request.price.to_string(), "9.95");
        let mut reply = SubscriptionOpenedReply::new("welcome");
        reply.seat_url = Some("u".repeat(self.seat_url_length));
        Ok(reply)
    }

    async fn subscription_closed(
        &self,
        _call: Call<SubscriptionClosedRequest>,
    ) -> Answer<SubscriptionClosedReply> {
        Err(Refusal::new(ResultCode::BadField, "never opened"))
    }
}

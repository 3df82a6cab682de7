//! Encrypted members of replies: the platform decrypts them, or the buyer never learns what they say.

use koo_spec::catalogue::{Location, Parameter};

use super::pages::Pages;
use super::reply::by_rule;
use super::trial::Trial;
use super::walk::walk;
use super::{Definition, Words};
use crate::message::{PLAIN_LENGTH, RANDOM, READABLE};

pub(super) const CHECKS: &[Definition] = &[
    Definition {
        id: "encryption-readable",
        title: Words {
            en: "Encrypted members can be decrypted",
            zh: "加密字段可以解密",
        },
        rule: Words {
            en: "What the contract has encrypted in a reply is encrypted with the documented cipher, the one the reply \
                 names, and the key shared with the platform.",
            zh: "响应中的加密字段必须使用文档规定的算法（与响应所声明的一致）和共享密钥加密。",
        },
        advice: Words {
            en: "Derive the key as documented, name the cipher that you used, and try your code with `koo cipher`.",
            zh: "按文档生成密钥，声明实际使用的算法，并用`koo cipher`核对。",
        },
        pages: Pages::Ciphers,
        run: |trial| Box::pin(judged(trial, READABLE)),
    },
    Definition {
        id: "encryption-vector",
        title: Words {
            en: "The initial vector stands in the encrypted text",
            zh: "密文携带正确的初始向量",
        },
        rule: Words {
            en: "The random text that stands in an encrypted value is the one it was encrypted with.",
            zh: "密文中携带的初始向量必须是加密时使用的初始向量。",
        },
        advice: Words {
            en: "Draw the vector once for each value, encrypt with it, and put the same one in front.",
            zh: "每个值只生成一次初始向量，用它加密并放在密文之前。",
        },
        pages: Pages::Ciphers,
        run: |trial| Box::pin(judged(trial, RANDOM)),
    },
    Definition {
        id: "encryption-length",
        title: Words {
            en: "What is encrypted is short enough",
            zh: "加密前的内容不超长",
        },
        rule: Words {
            en: "Limits of encrypted members count the encrypted text, so that less fits into them than they say.",
            zh: "加密字段的长度限制针对密文，明文可用长度更短。",
        },
        advice: Words {
            en: "Check the length of the encrypted text, not of what is encrypted.",
            zh: "按密文长度检查，而不是明文长度。",
        },
        pages: Pages::Ciphers,
        run: |trial| Box::pin(judged(trial, PLAIN_LENGTH)),
    },
];

/// Looks for a rule that is broken, where the ordinary calls were answered with something encrypted.
async fn judged(trial: &mut Trial<'_>, rule: &str) {
    let caller = &trial.stage.caller;
    let may_seal = trial.ground.called.iter().any(|interface| {
        let parameters: Vec<&Parameter> = interface.reply.at(Location::Body).collect();
        caller.seals(&parameters)
    });
    if !may_seal {
        return trial.skip("the contract has nothing in replies encrypted");
    }
    let mut answers = walk(trial).await.of(caller);
    if !answers.any(|(_, answer)| answer.judgement.encrypted > 0) {
        return trial.skip("no reply has an encrypted member");
    }
    by_rule(trial, &[rule]).await;
}

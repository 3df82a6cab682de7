// Written by `koo generate`; do not edit.

//! Packages on disk: their rules, and what their files hold.

use koo_runtime::artifact::{FileRule, Forbidden, ForbiddenKind, Package};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{PickList, VariableTranslation};

/// Software package (软件包).
///
/// The software of a License product, named \<software name>.\<suffix> with the suffix tar.gz,
/// tar or zip. After it is unpacked, the commands given for the phases of its life must run.
/// The name has letters, digits, hyphens, underscores and ASCII parentheses. Image products
/// need no package.
///
/// The layout is printed in a table. Size (20 GB), name and suffixes come from fragments about
/// the security scan of assets.
///
/// - `bin/`: Executables, and archives of what they depend on.
/// - `scripts/`: Scripts of the phases of life, which are called like
///   `bash scripts/install.sh`. A folder around everything is advised against, because every
///   path would need its name in front.
///
/// Sites: intl, mainland; source: `zh-cn_topic_0070649327`, `zh-cn_topic_0000002290378605`.
pub const SOFTWARE_PACKAGE: Package = Package {
    name: "software-package",
    file_names: &["*.tar.gz", "*.tar", "*.zip"],
    max_bytes: Some(21474836480),
    files: &[
        FileRule {
            pattern: "bin/",
            required: false,
            max_bytes: None,
            max_count: None,
        },
        FileRule {
            pattern: "scripts/",
            required: false,
            max_bytes: None,
            max_count: None,
        },
    ],
    forbidden: &[],
};

/// Deployment template (自动部署模板).
///
/// A Terraform template in HCL (.tf) or its JSON form (.tf.json), as a single file or as a zip
/// with further files. It uses the HuaweiCloud provider, in examples with the version
/// constraint ">= 1.56.0". File names and text are in UTF-8, and .tf.json files have no byte
/// order mark.
///
/// The size is that of RFS, 1 MB packed and 1 MB unpacked. Whether the seller console adds a
/// limit is not known.
///
/// - `**`: The files of a zip together.
/// - `main.tf`: Entry of the template, with resources, modules and data sources.
/// - `variables.tf`: Inputs that the buyer is asked for at deployment, such as the password of
///   a server.
/// - `outputs.tf`: Values shown after deployment, such as the id of a server.
/// - `providers.tf`: Configuration of the provider, without access key pair.
/// - `versions.tf`: Constraints on the versions of Terraform and the provider.
/// - `.extension/*.rfs.json`: Extension of RFS, one single file in the folder .extension at the
///   root of the zip. It translates variables and offers their values as lists.
///
/// Sites: intl, mainland; source: `zh-cn_topic_0070649328`, `zh-cn_topic_0070649075`,
/// `rf_05_0028`.
pub const TEMPLATE: Package = Package {
    name: "template",
    file_names: &["*.tf", "*.tf.json", "*.zip"],
    max_bytes: Some(1048576),
    files: &[
        FileRule {
            pattern: "**",
            required: false,
            max_bytes: Some(1048576),
            max_count: Some(100),
        },
        FileRule {
            pattern: "main.tf",
            required: false,
            max_bytes: None,
            max_count: None,
        },
        FileRule {
            pattern: "variables.tf",
            required: false,
            max_bytes: None,
            max_count: None,
        },
        FileRule {
            pattern: "outputs.tf",
            required: false,
            max_bytes: None,
            max_count: None,
        },
        FileRule {
            pattern: "providers.tf",
            required: false,
            max_bytes: None,
            max_count: None,
        },
        FileRule {
            pattern: "versions.tf",
            required: false,
            max_bytes: None,
            max_count: None,
        },
        FileRule {
            pattern: ".extension/*.rfs.json",
            required: false,
            max_bytes: None,
            max_count: Some(1),
        },
    ],
    forbidden: &[
        Forbidden {
            name: "abspath",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "basename",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "dirname",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "file",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids. Write user data inline.",
        },
        Forbidden {
            name: "filebase64",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "filebase64sha256",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "filebase64sha512",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "fileexists",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "fileset",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "filemd5",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "filesha1",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "filesha256",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "filesha512",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "pathexpand",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids.",
        },
        Forbidden {
            name: "templatefile",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Function that RFS forbids. Write user data inline.",
        },
        Forbidden {
            name: "huaweicloud_vod_watermark_template",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_compute_keypair",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_identity_access_key",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_images_image_v2",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_kps_keypair",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_obs_bucket_object",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids. A template uploads nothing to OBS.",
        },
        Forbidden {
            name: "huaweicloud_iotda_batchtask",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_cce_chart",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_iotda_batchtask_file",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_cse_microservice",
            kind: ForbiddenKind::Resource,
            sites: &[],
            why: "Resource that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_cdm_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_iec_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_meeting_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_vod_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_ges_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_ucs_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_cloudtable_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_bcs_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_dis_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_sdrs_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_codearts_deploy_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_asm_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "huaweicloud_cph_*",
            kind: ForbiddenKind::Resource,
            sites: &["mainland"],
            why: "Resources that RFS forbids.",
        },
        Forbidden {
            name: "provisioner",
            kind: ForbiddenKind::Block(Some("resource")),
            sites: &[],
            why: "Provisioners are not supported.",
        },
        Forbidden {
            name: "backend",
            kind: ForbiddenKind::Block(Some("terraform")),
            sites: &[],
            why: "A backend configuration is not supported.",
        },
        Forbidden {
            name: "cloud",
            kind: ForbiddenKind::Block(Some("terraform")),
            sites: &[],
            why: "A cloud block is not supported.",
        },
        Forbidden {
            name: "**/*.tfvars",
            kind: ForbiddenKind::File,
            sites: &[],
            why: "A zip must not have files with this ending.",
        },
    ],
};

/// What `.extension/*.rfs.json` holds.
///
/// Extension of RFS, one single file in the folder .extension at the root of the zip. It
/// translates variables and offers their values as lists.
///
/// Sites: intl, mainland; source: `rf_05_0026`, `zh-cn_topic_0070649328`.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct TemplateExtensionRfsJson {
    /// Translations of variables, a list for each language.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `rf_05_0024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub i18n: Option<TemplateExtensionRfsJsonI18n>,
    /// Variables whose values are offered as lists that are loaded from cloud services.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `rf_05_0025`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub variables: Option<Vec<PickList>>,
}

/// Translations of variables, a list for each language.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct TemplateExtensionRfsJsonI18n {
    /// Chinese.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `rf_05_0024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub zh_cn: Option<Vec<VariableTranslation>>,
    /// English.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `rf_05_0024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub en_us: Option<Vec<VariableTranslation>>,
}

//! The rules of the checker: one code for each kind of problem.

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The spec can be used, but somebody should look.
    Warning,
    /// The spec cannot be used.
    Error,
}

impl Severity {
    /// The word shown to people and machines.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

macro_rules! rules {
    ($($variant:ident $code:literal $name:literal $severity:ident $summary:literal)+) => {
        /// A kind of problem. `koo explain CODE` prints the long text of each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $(#[doc = $summary] $variant,)+
        }

        impl Rule {
            /// Every rule, by code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code, such as `KG0007`. A code never changes its meaning.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The name in words, such as `duplicate-key`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// What the rule finds, in one line.
            pub const fn summary(self) -> &'static str {
                match self {
                    $(Self::$variant => $summary,)+
                }
            }

            /// Error or warning.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)+
                }
            }

            /// The long text: why the rule is there, a wrong and a right example.
            pub const fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => include_str!(concat!("explanations/", $code, ".md")),)+
                }
            }
        }
    };
}

rules! {
    YamlSyntax "KG0001" "yaml-syntax" Error
        "the file is not YAML that koo reads"
    UnreadableFile "KG0002" "unreadable-file" Error
        "a file or folder cannot be read"
    UnknownKey "KG0003" "unknown-key" Error
        "a key the language does not have"
    MissingKey "KG0004" "missing-key" Error
        "a key that must be there is missing"
    WrongKind "KG0005" "wrong-kind" Error
        "a value of the wrong kind, such as text where a list belongs"
    UnknownWord "KG0006" "unknown-word" Error
        "a word outside the words allowed here"
    DuplicateKey "KG0007" "duplicate-key" Error
        "the same key twice in one map"
    DuplicateByCase "KG0008" "duplicate-by-case" Error
        "two names that differ only in letter case"
    DuplicateDefinition "KG0009" "duplicate-definition" Error
        "the same id defined twice"
    UnknownInclude "KG0010" "unknown-include" Error
        "an included file does not exist"
    UnknownType "KG0011" "unknown-type" Error
        "a type nobody defines"
    UnknownScheme "KG0012" "unknown-scheme" Error
        "a scheme nobody defines"
    UnknownPage "KG0013" "unknown-page" Error
        "a source page nobody defines"
    UnknownCode "KG0014" "unknown-code" Error
        "a result code nobody defines"
    UnknownParameter "KG0015" "unknown-parameter" Error
        "a parameter that does not exist is referred to"
    UnknownSite "KG0016" "unknown-site" Error
        "a site the family or the catalogue does not declare"
    UnknownReference "KG0017" "unknown-reference" Error
        "a product, interface, erratum or secret nobody defines"
    LimitTooShort "KG0020" "limit-too-short" Error
        "a length limit shorter than a value the contract itself lists"
    DefaultOutsideValues "KG0021" "default-outside-values" Error
        "a default that is not among the listed values"
    ExampleViolates "KG0022" "example-violates" Error
        "an example that violates its own interface"
    ContradictoryLimits "KG0023" "contradictory-limits" Error
        "limits nothing can satisfy"
    InvalidType "KG0024" "invalid-type" Error
        "a type expression that cannot be read"
    InvalidFormat "KG0025" "invalid-format" Error
        "a format that cannot be read"
    InvalidDuration "KG0026" "invalid-duration" Error
        "a duration that cannot be read"
    LimitNotApplicable "KG0027" "limit-not-applicable" Error
        "a limit that means nothing for its type"
    DebugMark "KG0028" "debug-mark" Error
        "a mark of debug calls that tells no call from another"
    RecipeSyntax "KG0030" "recipe-syntax" Error
        "a recipe that cannot be read"
    RecipeType "KG0031" "recipe-type" Error
        "a recipe that mixes bytes, text and pairs"
    RecipeUnknownName "KG0032" "recipe-unknown-name" Error
        "a recipe uses a name that is neither secret, carried value nor earlier step"
    RecipeUnknownFunction "KG0033" "recipe-unknown-function" Error
        "a recipe calls a function koo does not have"
    RecipeUnusedStep "KG0034" "recipe-unused-step" Warning
        "a step of a recipe that nothing uses"
    SchemeIncomplete "KG0035" "scheme-incomplete" Error
        "a scheme that cannot sign or verify"
    VectorFails "KG0036" "vector-fails" Error
        "a test vector that its scheme does not accept"
    ConditionSyntax "KG0040" "condition-syntax" Error
        "a condition that cannot be read"
    ConditionValue "KG0041" "condition-value" Error
        "a condition compares with a value the parameter never has"
    InterfaceWithoutScheme "KG0050" "interface-without-scheme" Error
        "an interface that does not say how it is signed"
    InterfaceWithoutPage "KG0051" "interface-without-page" Error
        "an interface without source page"
    InterfaceWithoutTitle "KG0052" "interface-without-title" Error
        "an interface without title"
    ParameterWithoutDoc "KG0053" "parameter-without-doc" Error
        "a parameter without description"
    ParameterWithoutPage "KG0054" "parameter-without-page" Error
        "a parameter without source page"
    ConditionMissing "KG0055" "condition-missing" Error
        "a conditional parameter that does not say when"
    ConflictWithoutErratum "KG0060" "conflict-without-erratum" Error
        "pages contradict each other and no erratum says which reading rules"
    AdvisoryWithoutErratum "KG0061" "advisory-without-erratum" Error
        "a limit that is not enforced and no erratum says why"
    UnusedDefinition "KG0070" "unused-definition" Warning
        "a shared definition nothing uses"
    UnusedPage "KG0071" "unused-page" Warning
        "a source page nothing refers to"
    IdentifierClash "KG0080" "identifier-clash" Error
        "two names become the same identifier in generated code"
    InvalidIdentifier "KG0081" "invalid-identifier" Error
        "a name that cannot become an identifier in generated code"
    AllowWithoutEffect "KG0090" "allow-without-effect" Warning
        "an allowed warning that does not occur"
    AllowNotPossible "KG0091" "allow-not-possible" Error
        "only warnings can be allowed"
    AmbiguousSelection "KG0101" "ambiguous-selection" Error
        "two interfaces that a call cannot tell apart"
}

impl Rule {
    /// The rule of a code or a name, in any letter case.
    pub fn find(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| {
            rule.code().eq_ignore_ascii_case(text) || rule.name().eq_ignore_ascii_case(text)
        })
    }
}

//! The person's own menu: who they are, language, light or dark, shortcuts, signing out.

use crate::i18n::use_words;
use crate::parts::Avatar;
use crate::session::{Preferences, Scheme, use_preferences, use_session};
use crate::t;
use crate::tenant::Portal;
use crate::ui::{CheckBox, Dialog, Segmented, Select, SelectOption};
use portico_contract::session::Session;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct MenuProps {
    pub session: Session,
    pub portal: Rc<Portal>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let words = use_words();
    let handle = use_session();
    let preferences = use_preferences();
    let now = preferences.now.clone();
    let change = use_callback((now.clone(), preferences.change), |(field, value): (AttrValue, String), (now, change)| {
        change.emit(match field.as_str() {
            "language" => Preferences { language: Some(value), ..now.clone() },
            _ => Preferences {
                scheme: match value.as_str() {
                    "light" => Scheme::Light,
                    "dark" => Scheme::Dark,
                    _ => Scheme::Auto,
                },
                ..now.clone()
            },
        });
    });
    let keys = {
        let (now, change) = (now.clone(), use_preferences().change);
        use_callback((now, change), |(_, shortcuts): (AttrValue, bool), (now, change)| {
            change.emit(Preferences { shortcuts, ..now.clone() });
        })
    };
    let sign_out = use_callback((handle.sign_out, props.on_close.clone()), |_: MouseEvent, (sign_out, on_close)| {
        on_close.emit(());
        sign_out.emit(());
    });
    let close = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let languages: Vec<SelectOption> = props
        .portal
        .tenant
        .locales
        .iter()
        .map(|tag| SelectOption { value: tag.clone().into(), label: words.language_name(tag).into() })
        .collect();
    let schemes = vec![
        (AttrValue::from("auto"), AttrValue::from(t!(words, "scheme-auto"))),
        ("light".into(), t!(words, "scheme-light").into()),
        ("dark".into(), t!(words, "scheme-dark").into()),
    ];
    let scheme = match now.scheme {
        Scheme::Auto => "auto",
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    html! {
        <Dialog labelled_by="menu-title" on_close={props.on_close.clone()}>
            <div>
                <div class="row">
                    <Avatar name={props.session.user.name.clone()} />
                    <div class="grow"><h2 id="menu-title">{ &props.session.user.name }</h2>
                        <small class="clip block">{ &props.session.user.email }{ " · " }{ &props.session.organisation.name }</small></div>
                </div>
                <Select id="language" label={t!(words, "menu-language")} options={Rc::new(languages)} value={words.language().to_owned()} on_change={change.clone()} />
                <Segmented id="scheme" label={t!(words, "menu-scheme")} options={schemes} value={scheme} on_change={change} />
                <CheckBox id="shortcuts" bare=true label={t!(words, "menu-shortcuts")} help={AttrValue::from(t!(words, "menu-shortcuts-help"))}
                    checked={now.shortcuts} on_change={keys} />
                <div class="row">
                    <button type="button" class="button grow" onclick={sign_out}>{ t!(words, "sign-out") }</button>
                    <button type="button" class="button primary grow" onclick={close}>{ t!(words, "done") }</button>
                </div>
            </div>
        </Dialog>
    }
}

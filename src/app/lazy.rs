//! Pages in modules of their own: what the first page does not need arrives when it is opened.

use super::menu::Menu;
use super::pages::{LazyBoard, LazyManage};
use crate::features::absences::Absences;
use crate::features::assets::{AssetDetail, AssetList, Manages};
use crate::features::deals::{BoardPane, BoardPaneProps, DealDetail, DealList, DealPane, Register};
use crate::features::desk::Desk;
use crate::features::engagement::RulesOfEngagement;
use crate::features::import::ImportPage;
use crate::features::mail::{MailChoices, WrittenMail};
use crate::features::notifications::NotificationList;
use crate::features::pipeline::PipelinePage;
use crate::features::settings::Settings;
use crate::features::shelving::{AddAssets, EditAsset, Manage, ManageProps, Usage};
use crate::features::sign_in::SignIn;
use crate::route::Route;
use crate::tenant::Portal;
use portico_contract::asset::Asset;
use portico_contract::deal::Deal;
use portico_contract::session::Session;
use std::rc::Rc;
use yew::prelude::*;

/// Renders the pages of a module.
pub(super) type Render = fn(&Route) -> Html;

/// Renders the person's menu: for whom, in whose portal, and what closes it.
pub(super) type RenderMenu = fn(Session, Rc<Portal>, Callback<()>) -> Html;

/// Renders the board of deals.
pub(super) type RenderBoard = fn(BoardPaneProps) -> Html;

/// Renders what the vendor's people can do with an asset.
pub(super) type RenderManage = fn(ManageProps) -> Html;

/// The module could not be fetched: no network, or a newer portal has replaced it.
#[derive(Debug)]
pub(super) struct NotFetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// A function whose code, and all that only it uses, is a module of its own where the build splits.
macro_rules! modules {
    ($($name:ident: $kind:ident = $render:path;)*) => {$(
        #[cfg(feature = "split")]
        mod $name {
            use super::{$kind, NotFetched};

            #[wasm_split_helpers::wasm_split($name, fallible)]
            pub(super) fn load() -> Result<$kind, NotFetched> {
                Ok($render)
            }
        }

        #[cfg(not(feature = "split"))]
        mod $name {
            use super::{$kind, NotFetched};

            pub(super) async fn load() -> Result<$kind, NotFetched> {
                Ok($render)
            }
        }
    )*};
}

modules! {
    sign_in: Render = super::render_sign_in;
    deals: Render = super::render_deals;
    board: RenderBoard = super::render_board;
    deal: Render = super::render_deal;
    register: Render = super::render_register;
    desk: Render = super::render_desk;
    menu: RenderMenu = super::render_menu;
    notifications: Render = super::render_notifications;
    mail: Render = super::render_mail;
    settings: Render = super::render_settings;
    engagement: Render = super::render_engagement;
    import: Render = super::render_import;
    absences: Render = super::render_absences;
    pipeline: Render = super::render_pipeline;
    assets: Render = super::render_assets;
    asset: Render = super::render_asset;
    shelving: Render = super::render_shelving;
    usage: Render = super::render_usage;
    manage: RenderManage = super::render_manage;
}

/// The person's menu: it opens at a press, so nobody waits for its fields before.
pub(super) async fn menu() -> Result<RenderMenu, NotFetched> {
    menu::load().await
}

fn render_menu(session: Session, portal: Rc<Portal>, on_close: Callback<()>) -> Html {
    html! { <Menu {session} {portal} {on_close} /> }
}

/// The board of deals, for whom it is wide enough and who wants it.
pub(super) async fn board() -> Result<RenderBoard, NotFetched> {
    board::load().await
}

fn render_board(props: BoardPaneProps) -> Html {
    html! { <BoardPane ..props /> }
}

/// What the vendor's people can do with an asset.
pub(super) async fn manage() -> Result<RenderManage, NotFetched> {
    manage::load().await
}

fn render_manage(props: ManageProps) -> Html {
    html! { <Manage ..props /> }
}

/// A module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Module {
    SignIn,
    Deals,
    Deal,
    Register,
    Desk,
    Notifications,
    Mail,
    Settings,
    Engagement,
    Import,
    Absences,
    Pipeline,
    Assets,
    Asset,
    Shelving,
    Usage,
}

impl Module {
    /// The module that a page is in; none for what is there from the start.
    pub(super) fn of(route: &Route) -> Option<Self> {
        match route {
            Route::NotFound => None,
            Route::Home | Route::SignIn | Route::Deals => Some(Self::Deals),
            Route::Deal { .. } => Some(Self::Deal),
            Route::NewDeal | Route::EditDeal { .. } => Some(Self::Register),
            Route::Desk | Route::DeskDeal { .. } => Some(Self::Desk),
            Route::Notifications => Some(Self::Notifications),
            Route::MailChoices | Route::Mails => Some(Self::Mail),
            Route::Settings { .. } => Some(Self::Settings),
            Route::Engagement => Some(Self::Engagement),
            Route::Import => Some(Self::Import),
            Route::Absences => Some(Self::Absences),
            Route::Pipeline => Some(Self::Pipeline),
            Route::Assets => Some(Self::Assets),
            Route::Asset { .. } => Some(Self::Asset),
            Route::NewAsset | Route::EditAsset { .. } => Some(Self::Shelving),
            Route::AssetUsage => Some(Self::Usage),
        }
    }

    /// Fetches it; at once where it was fetched before.
    pub(super) async fn load(self) -> Result<Render, NotFetched> {
        match self {
            Self::SignIn => sign_in::load().await,
            Self::Deals => deals::load().await,
            Self::Deal => deal::load().await,
            Self::Register => register::load().await,
            Self::Desk => desk::load().await,
            Self::Notifications => notifications::load().await,
            Self::Mail => mail::load().await,
            Self::Settings => settings::load().await,
            Self::Engagement => engagement::load().await,
            Self::Import => import::load().await,
            Self::Absences => absences::load().await,
            Self::Pipeline => pipeline::load().await,
            Self::Assets => assets::load().await,
            Self::Asset => asset::load().await,
            Self::Shelving => shelving::load().await,
            Self::Usage => usage::load().await,
        }
    }
}

fn render_sign_in(_: &Route) -> Html {
    html! { <SignIn /> }
}

fn render_deals(_: &Route) -> Html {
    html! { <DealList board={show_board as RenderBoard} /> }
}

fn show_board(props: BoardPaneProps) -> Html {
    html! { <LazyBoard ..props /> }
}

fn render_deal(route: &Route) -> Html {
    match route {
        Route::Deal { id } => html! { <DealDetail key={id.clone()} id={id.clone()} /> },
        _ => Html::default(),
    }
}

fn render_register(route: &Route) -> Html {
    match route {
        Route::EditDeal { id } => html! { <Register key={id.clone()} id={AttrValue::from(id.clone())} /> },
        _ => html! { <Register key="new" /> },
    }
}

fn render_desk(route: &Route) -> Html {
    let id = match route {
        Route::DeskDeal { id } => Some(AttrValue::from(id.clone())),
        _ => None,
    };
    html! { <Desk key="desk" {id} pane={show_deal as Pane} /> }
}

fn render_assets(_: &Route) -> Html {
    html! { <AssetList /> }
}

fn render_asset(route: &Route) -> Html {
    match route {
        Route::Asset { id } => {
            html! { <AssetDetail key={id.clone()} id={id.clone()} manage={show_manage as Manages} /> }
        }
        _ => Html::default(),
    }
}

/// The page of an asset has the vendor's buttons; the two features do not know each other.
fn show_manage(asset: Rc<Asset>, changed: Callback<Rc<Asset>>) -> Html {
    html! { <LazyManage {asset} {changed} /> }
}

fn render_shelving(route: &Route) -> Html {
    match route {
        Route::EditAsset { id } => html! { <EditAsset key={id.clone()} id={id.clone()} /> },
        _ => html! { <AddAssets key="new" /> },
    }
}

fn render_usage(_: &Route) -> Html {
    html! { <Usage /> }
}

fn render_notifications(_: &Route) -> Html {
    html! { <NotificationList /> }
}

fn render_mail(route: &Route) -> Html {
    match route {
        Route::MailChoices => html! { <MailChoices /> },
        _ => html! { <WrittenMail /> },
    }
}

fn render_settings(route: &Route) -> Html {
    match route {
        Route::Settings { section } => html! { <Settings section={section.clone()} /> },
        _ => Html::default(),
    }
}

fn render_engagement(_: &Route) -> Html {
    html! { <RulesOfEngagement /> }
}

fn render_import(_: &Route) -> Html {
    html! { <ImportPage /> }
}

fn render_absences(_: &Route) -> Html {
    html! { <Absences /> }
}

fn render_pipeline(_: &Route) -> Html {
    html! { <PipelinePage /> }
}

type Pane = fn(AttrValue, Callback<Rc<Deal>>) -> Html;

/// The desk shows a deal with the pieces of the deals feature; the two do not know each other.
fn show_deal(id: AttrValue, on_done: Callback<Rc<Deal>>) -> Html {
    html! { <DealPane {id} {on_done} /> }
}

// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Taking out of the logs what is over its term. Nothing else takes lines out: the tables refuse it.

use sea_orm::{
    ConnectionTrait, DbErr,
    sea_query::{Expr, ExprTrait as _, Query},
};

use crate::{
    dialect::TRIMMING,
    schema::tables::{DECISION_ROLES, DECISIONS, LOG_EXPORTS, PROCESSING_LOG},
};

/// What is taken out.
#[derive(Clone, Debug)]
pub(crate) enum Trim {
    /// Lines of the processing log about an activity.
    Processing(String),
    /// Decisions.
    Decisions,
}

impl Trim {
    /// Takes out what is older than a moment.
    pub(crate) async fn carry_out(
        &self,
        connection: &impl ConnectionTrait,
        m: &str,
        before: i64,
    ) -> Result<(), DbErr> {
        let mut permission = Query::insert();
        permission
            .into_table(LOG_EXPORTS.name)
            .columns(["municipality", "log", "seq", "part"])
            .values_panic([m.into(), TRIMMING.into(), before.into(), 0_i64.into()]);
        connection.execute(&permission).await?;
        match self {
            Self::Processing(activity) => {
                let mut lines = Query::delete();
                lines
                    .from_table(PROCESSING_LOG.name)
                    .and_where(Expr::col("municipality").eq(m))
                    .and_where(Expr::col("activity").eq(activity.as_str()))
                    .and_where(Expr::col("ended_at").lt(before));
                connection.execute(&lines).await?;
            }
            Self::Decisions => {
                let old = Query::select()
                    .column("seq")
                    .from(DECISIONS.name)
                    .and_where(Expr::col("municipality").eq(m))
                    .and_where(Expr::col("at").lt(before))
                    .take();
                let mut roles = Query::delete();
                roles
                    .from_table(DECISION_ROLES.name)
                    .and_where(Expr::col("municipality").eq(m))
                    .and_where(Expr::col("seq").in_subquery(old));
                connection.execute(&roles).await?;
                let mut decisions = Query::delete();
                decisions
                    .from_table(DECISIONS.name)
                    .and_where(Expr::col("municipality").eq(m))
                    .and_where(Expr::col("at").lt(before));
                connection.execute(&decisions).await?;
            }
        }
        let mut over = Query::delete();
        over.from_table(LOG_EXPORTS.name)
            .and_where(Expr::col("municipality").eq(m))
            .and_where(Expr::col("log").eq(TRIMMING));
        connection.execute(&over).await.map(|_| ())
    }
}
